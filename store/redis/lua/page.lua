-- Some of the records of a kind that expire, the last to expire first. KEYS[1]: the hash.
-- ARGV: now, how many, and the key after which to go on, where there is one.
local times = KEYS[1] .. ':expiry'
local now, limit, after = unpack(ARGV)
local first = 0
if after then
  local rank = redis.call('ZREVRANK', times, after)
  if not rank then return {} end
  first = rank + 1
end
local found = {}
local page = redis.call('ZRANGE', times, first, first + limit - 1, 'REV', 'WITHSCORES')
for n = 1, #page, 2 do
  if tonumber(page[n + 1]) > tonumber(now) then
    found[#found + 1] = { page[n], redis.call('HGET', KEYS[1], page[n]) }
  end
end
return found
