-- Makes the indexes hold exactly what a conversation needs.
local INDEX = 'natter:i:{index}:'

local function place(index, id, score)
  if score and score ~= '' then
    redis.call('ZADD', INDEX .. index, score, id)
  else
    redis.call('ZREM', INDEX .. index, id)
  end
end

local function sync(id, wanted)
  for n, index in ipairs({ 'inbox', 'timers', 'reply', 'reminder', 'expiry' }) do
    place(index, id, wanted[n])
  end
  for _, owner in ipairs({ 'bot', 'waiting', 'worker', 'ended' }) do
    place('desk:' .. owner, id, owner == wanted[6] and wanted[7])
  end
end
