-- Removes what has expired of a conversation. ARGV: now. The turn stays: whoever runs it is refused by the version.
local now = tonumber(take())
local expiresAt = tonumber(redis.call('HGET', C, 'expiresAt') or nil)
local gone = expiresAt and expiresAt < now
if gone then
  erase()
  redis.call('DEL', C)
  wake()
end
redis.call('ZREMRANGEBYSCORE', C .. ':seen', '-inf', '(' .. text(now - KEEP_IDS))
for _, field in ipairs(redis.call('ZRANGE', C .. ':arrived', 0, -1)) do
  local at = string.match(redis.call('HGET', C .. ':inbox', field), '^[^\n]+')
  if tonumber(at) < now - KEEP_WAITING then drop(field) end
end
return finish(gone and 'gone' or 'kept')
