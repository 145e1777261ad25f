-- What became of a row. ARGV: row, new state ('waiting': try again), when to try again, provider's id, error ('': none).
if stampIsSpent() then return { 'again', {} } end
local id, state, dueAt, providerId, err = take(), take(), take(), take(), take()
local fate = C .. ':fate'
local before = redis.call('HMGET', fate, 'state:' .. id, 'until:' .. id)
if not before[1] then return finish('gone') end
-- Only a row being sent can need another try, so that telling it twice counts once.
if state == 'waiting' and (before[1] ~= 'waiting' or not before[2]) then return finish('gone') end
if before[1] == 'waiting' then redis.call('HINCRBY', fate, 'attempts:' .. id, 1) end
redis.call('HSET', fate, 'state:' .. id, state)
redis.call('HDEL', fate, 'until:' .. id, 'error:' .. id)
if err ~= '' then redis.call('HSET', fate, 'error:' .. id, err) end
if providerId ~= '' then redis.call('HSET', fate, 'providerId:' .. id, providerId) end
if state == 'waiting' then
  redis.call('HSET', fate, 'dueAt:' .. id, dueAt)
else
  redis.call('ZREM', C .. ':queue', id)
  wake()
end
return finish('told')
