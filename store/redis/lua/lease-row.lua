-- Leases the oldest waiting row, if it may be sent now. Only that one is looked at, so that it holds up the rest. ARGV: now, until.
local now, ends = tonumber(take()), take()
local head, seq = lowest(C .. ':queue')
if not head then return finish('none') end
local fate = redis.call('HMGET', C .. ':fate', 'dueAt:' .. head, 'until:' .. head)
if tonumber(fate[1]) > now or tonumber(fate[2] or '0') > now then return finish('none') end
redis.call('HSET', C .. ':fate', 'until:' .. head, ends)
return finish('leased', row(C, head, text(seq)))
