-- Before a script on a cluster: puts a conversation into indexes, never later than it is there, and gives a new stamp.
-- KEYS[1]: the stamps. ARGV: id, then pairs of index and score.
for n = 2, #ARGV, 2 do
  redis.call('ZADD', 'natter:i:{index}:' .. ARGV[n], 'LT', ARGV[n + 1], ARGV[1])
end
-- Counting on from the time as well, so that a stamp is not given twice when a failover lost the last ones.
-- No conversation has an empty id: that field counts.
local time = redis.call('TIME')
local last = tonumber(redis.call('HGET', KEYS[1], '') or '0')
local stamp = string.format('%.0f', math.max(last + 1, time[1] * 1000000 + time[2]))
redis.call('HSET', KEYS[1], '', stamp, ARGV[1], stamp)
return stamp
