-- Claims an id for a conversation. Returns who has it. KEYS[1]: the id. ARGV: who asks, for how long, who may be put out ('': nobody).
local user = redis.call('GET', KEYS[1])
if user and user ~= ARGV[1] and user ~= ARGV[3] then return user end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
