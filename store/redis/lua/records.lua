-- Every record of a kind that has not expired. KEYS[1]: the hash. ARGV: now.
local ended = {}
for _, key in ipairs(redis.call('ZRANGE', KEYS[1] .. ':expiry', '-inf', ARGV[1], 'BYSCORE')) do ended[key] = true end
local found = {}
local all = redis.call('HGETALL', KEYS[1])
for n = 1, #all, 2 do
  if not ended[all[n]] then found[#found + 1] = { all[n], all[n + 1] } end
end
return found
