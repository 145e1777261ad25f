-- The right to a conversation's turn, and where it stands. KEYS[1]: its own key. ARGV: now, until.
--
-- What is written about turns stays in the memory of this one Redis, not in its log nor on its replicas: it is worth nothing after
-- a restart, and without it a turn waits for the disk once, when it is committed. What is lost with it is made up for: a commit needs
-- the lease to be there, so that whoever held it before a restart or a failover is refused, and the version is checked all the same.
redis.set_repl(redis.REPL_NONE)
local key, now, ends = KEYS[1] .. ':turn', tonumber(ARGV[1]), ARGV[2]
local held = redis.call('HMGET', key, 'token', 'until')
if held[2] and tonumber(held[2]) > now then return false end
-- Counting on from the time as well, so that a number is not given twice when the count was lost.
local token = string.format('%.0f', math.max(tonumber(held[1] or '0') + 1, now))
redis.call('HSET', key, 'token', token, 'until', ends)
redis.call('PEXPIRE', key, DAY)
return { token, stand(KEYS[1]) }
