-- Where a conversation stands, and what waits in it, in the order it arrived.
local function stand(C)
  local waiting = {}
  for n, field in ipairs(redis.call('ZRANGE', C .. ':arrived', 0, -1)) do
    waiting[n] = { field, redis.call('HGET', C .. ':inbox', field) }
  end
  return { redis.call('HMGET', C, 'version', 'seq', 'changedAt', 'data', 'body'), waiting }
end
