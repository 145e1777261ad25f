-- A conversation's timers up to now, oldest first. ARGV: now, limit.
local C = KEYS[1]
local found = {}
local timers = redis.call('ZRANGE', C .. ':timers', '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[2], 'WITHSCORES')
for n = 1, #timers, 2 do
  found[#found + 1] = { timers[n], timers[n + 1], redis.call('HGET', C .. ':ticks', timers[n]) }
end
return found
