-- Removes everything of a conversation. Only the ids of its inbound stay, against repeats.
if stampIsSpent() then return { 'again', {} } end
erase()
for _, field in ipairs(redis.call('ZRANGE', C .. ':arrived', 0, -1)) do
  local at = string.match(redis.call('HGET', C .. ':inbox', field), '^[^\n]+')
  redis.call('ZADD', C .. ':seen', at, field)
end
redis.call('DEL', C, C .. ':arrived', C .. ':inbox')
wake()
return finish('gone')
