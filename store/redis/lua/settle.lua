-- After a script on a cluster: the indexes hold what it said, unless somebody touched them since. KEYS[1]: the stamps.
-- ARGV: id, stamp, what the conversation needs.
if (redis.call('HGET', KEYS[1], ARGV[1]) or '0') ~= ARGV[2] then return 0 end
local wanted = {}
for n = 3, #ARGV do wanted[n - 2] = ARGV[n] end
sync(ARGV[1], wanted)
local empty = true
for n = 1, 6 do empty = empty and wanted[n] == '' end
if empty then redis.call('HDEL', KEYS[1], ARGV[1]) end
return 1
