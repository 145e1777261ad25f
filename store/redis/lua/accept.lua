-- Keeps an inbound. ARGV: its field, its time, its body.
if stampIsSpent() then return { 'again', {} } end
local field, at, body = take(), take(), take()
if known(field) then return finish('repeat') end
local user = usedElsewhere(field)
if user then return { 'elsewhere', {}, field, user } end
claimId(field, KEEP_WAITING + KEEP_IDS)
local last = redis.call('ZRANGE', C .. ':arrived', -1, -1, 'WITHSCORES')[2] or '0'
redis.call('ZADD', C .. ':arrived', last + 1, field)
redis.call('HSET', C .. ':inbox', field, at .. '\n' .. body)
wake()
return finish('new')
