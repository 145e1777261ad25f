-- Writes a turn's whole effect. Everything is checked before anything is written: a script is not undone.
if stampIsSpent() then return { 'again', {} } end
local token, expected, now, forget = take(), tonumber(take()), take(), take() == 'forget'
local expiresAt, keepMs, owner, rank, data, body = take(), take(), take(), take(), take(), take()
local arrived, done, said = takeList(), takeList(), takeList()
local outbox, cancel, set = takeRows(6), takeList(), takeRows(3)

for _, field in ipairs(arrived) do
  if known(field) then return finish('repeat') end
  local user = usedElsewhere(field)
  if user then return { 'elsewhere', {}, field, user } end
end
local stored = redis.call('HMGET', C, 'version', 'seq')
if tonumber(stored[1] or '0') ~= expected then return finish('conflict') end
local turn = redis.call('HMGET', C .. ':turn', 'token', 'until')
if turn[1] ~= token or not turn[2] then return finish('lease-lost') end
local ids = {}
for _, row in ipairs(outbox) do
  if ids[row[1]] or (not forget and redis.call('HEXISTS', C .. ':rows', row[1]) == 1) then return finish('double') end
  ids[row[1]] = true
end

if forget then erase() end
local version, seq = expected + 1, tonumber(stored[2] or '0') + #said
redis.call('HSET', C, 'version', version, 'seq', seq, 'changedAt', now, 'expiresAt', expiresAt, 'keepMs', keepMs,
  'owner', owner, 'rank', rank, 'data', data, 'body', body)
for _, field in ipairs(done) do
  if drop(field) then redis.call('ZADD', C .. ':seen', now, field) end
end
for _, field in ipairs(arrived) do
  claimId(field, KEEP_IDS)
  redis.call('ZADD', C .. ':seen', now, field)
end
-- So many at a time, because Lua takes only so many arguments.
for n = 1, #said, 100 do redis.call('RPUSH', C .. ':said', unpack(said, n, math.min(n + 99, #said))) end
local last = #outbox > 0 and tonumber(redis.call('ZRANGE', C .. ':outbox', -1, -1, 'WITHSCORES')[2] or '0')
for n, row in ipairs(outbox) do
  local id, channel, priority, dueAt, mapMs, words = unpack(row)
  redis.call('ZADD', C .. ':outbox', last + n, id)
  redis.call('ZADD', C .. ':queue', last + n, id)
  redis.call('HSET', C .. ':rows', id, channel .. '\n' .. words)
  redis.call('HSET', C .. ':fate', 'priority:' .. id, priority, 'dueAt:' .. id, dueAt, 'state:' .. id, 'waiting')
  if STAMP == '' then redis.call('SET', 'natter:row:' .. id, ID, 'PX', mapMs) end
end
for _, id in ipairs(cancel) do
  redis.call('ZREM', C .. ':timers', id)
  redis.call('HDEL', C .. ':ticks', id)
end
for _, row in ipairs(set) do
  redis.call('ZADD', C .. ':timers', row[2], row[1])
  redis.call('HSET', C .. ':ticks', row[1], row[3])
end
-- The turn goes back with it. As in take.lua, that is not in the log.
redis.set_repl(redis.REPL_NONE)
redis.call('HDEL', C .. ':turn', 'until')
redis.set_repl(redis.REPL_ALL)
wake()
return finish('kept', version, seq)
