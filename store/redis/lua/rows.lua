-- Everything there is or was to send in a conversation, in order.
local C = KEYS[1]
local found = {}
local rows = redis.call('ZRANGE', C .. ':outbox', 0, -1, 'WITHSCORES')
for n = 1, #rows, 2 do found[#found + 1] = row(C, rows[n], rows[n + 1]) end
return found
