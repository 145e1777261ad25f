-- What an index holds up to a score, lowest first, with each one's stamp. KEYS[1]: the index, KEYS[2]: the stamps.
-- ARGV: highest score, offset, limit.
local ids = redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', ARGV[2], ARGV[3])
local found = {}
for n, id in ipairs(ids) do
  found[n] = { id, redis.call('HGET', KEYS[2], id) or '0' }
end
return found
