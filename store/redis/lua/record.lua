-- Small records: a hash of one kind, and when its records expire. KEYS[1]: the hash. ARGV: what to do, now, key, body, expiry.
local times = KEYS[1] .. ':expiry'
local act, now, key, body, expiresAt = unpack(ARGV)

local function live()
  local ends = redis.call('ZSCORE', times, key)
  return not (ends and tonumber(ends) <= tonumber(now)) and redis.call('HGET', KEYS[1], key)
end
local function remove(one)
  redis.call('HDEL', KEYS[1], one)
  redis.call('ZREM', times, one)
end

if act == 'get' then return live() end
if act == 'remove' then return remove(key) end
if act == 'take' then
  local found = live()
  if found then remove(key) end
  return found
end
if act == 'sweep' then
  local ended = redis.call('ZRANGE', times, '-inf', now, 'BYSCORE', 'LIMIT', 0, 1000)
  for _, one in ipairs(ended) do remove(one) end
  return #ended
end
if act == 'add' and live() then return 0 end
redis.call('HSET', KEYS[1], key, body)
if expiresAt == '' then redis.call('ZREM', times, key) else redis.call('ZADD', times, expiresAt, key) end
return 1
