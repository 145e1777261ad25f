-- Lines after a number, and the number of the first one: the last line has the conversation's number, and none is missing between.
-- ARGV: after, limit.
local C = KEYS[1]
local gone = tonumber(redis.call('HGET', C, 'seq') or '0') - redis.call('LLEN', C .. ':said')
local from = math.max(tonumber(ARGV[1]) - gone, 0)
local lines = redis.call('LRANGE', C .. ':said', from, from + tonumber(ARGV[2]) - 1)
return { gone + from + 1, lines }
