-- Whether a conversation knows an id. ARGV: its field.
return redis.call('HEXISTS', KEYS[1] .. ':inbox', ARGV[1]) == 1 or redis.call('ZSCORE', KEYS[1] .. ':seen', ARGV[1]) ~= false
