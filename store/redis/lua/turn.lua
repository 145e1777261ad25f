-- Renews the right to a turn, or gives it back. KEYS[1]: where it is kept. ARGV: which of the two, its token, now, until.
-- As in take.lua, none of this is in the log.
redis.set_repl(redis.REPL_NONE)
local act, token, now, ends = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local held = redis.call('HMGET', KEYS[1], 'token', 'until')
if held[1] ~= token or not held[2] then return false end
if act == 'release' then
  redis.call('HDEL', KEYS[1], 'until')
else
  redis.call('HSET', KEYS[1], 'until', ends)
end
redis.call('PEXPIRE', KEYS[1], DAY)
return token
