-- The right to a conversation's turn. KEYS[1]: where it is kept. ARGV: what to do, its token ('' to take), now, until.
--
-- These writes stay in the memory of this one Redis, not in its log nor on its replicas: they are worth nothing after a restart,
-- and without them a turn costs one durable write, not three. What is lost with them is made up for: a commit needs the lease to
-- be there, so that whoever held it before a restart or a failover is refused, and the version is checked all the same.
redis.set_repl(redis.REPL_NONE)
local act, token, now, ends = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local held = redis.call('HMGET', KEYS[1], 'token', 'until')
if act == 'take' then
  if held[2] and tonumber(held[2]) > now then return false end
  -- Counting on from the time as well, so that a number is not given twice when the count was lost.
  token = string.format('%.0f', math.max(tonumber(held[1] or '0') + 1, now))
elseif held[1] ~= token or not held[2] then
  return false
end
if act == 'release' then
  redis.call('HDEL', KEYS[1], 'until')
else
  redis.call('HSET', KEYS[1], 'token', token, 'until', ends)
end
redis.call('PEXPIRE', KEYS[1], DAY)
return token
