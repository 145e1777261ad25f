-- Comes before every script that changes one conversation.
-- KEYS[1] is the conversation's own key. All its other keys begin with it and share its hash tag, so they are in its slot.
-- ARGV: the conversation's id, a stamp, whether the script may add work, and then what the script itself takes.
--
-- Stamp: '' on a single Redis, where this script keeps the indexes too, in the same step.
-- On a cluster the indexes are in another slot: see store/redis/indexes.ts for what the stamp is for.
local C, ID, STAMP, ADDS = KEYS[1], ARGV[1], ARGV[2], ARGV[3] == 'adds'
local taken = 3

local function take()
  taken = taken + 1
  return ARGV[taken]
end

local function takeList()
  local list = {}
  for n = 1, tonumber(take()) do list[n] = take() end
  return list
end

local function takeRows(width)
  local list = {}
  for n = 1, tonumber(take()) do
    local row = {}
    for column = 1, width do row[column] = take() end
    list[n] = row
  end
  return list
end

-- Another process has tidied the indexes since this stamp was given: what this script adds might be missing from them.
local function stampIsSpent()
  return ADDS and STAMP ~= '' and tonumber(redis.call('GET', C .. ':swept') or '0') >= tonumber(STAMP)
end

local function known(field)
  return redis.call('HEXISTS', C .. ':inbox', field) == 1 or redis.call('ZSCORE', C .. ':seen', field) ~= false
end

-- The conversation that this id was first used in, if it is another one than this.
local function usedElsewhere(field)
  if STAMP ~= '' then return false end
  local user = redis.call('GET', 'natter:id:' .. field)
  return user and user ~= C and user
end

local function claimId(field, ms)
  if STAMP == '' then redis.call('SET', 'natter:id:' .. field, C, 'PX', ms) end
end

local function lowest(key)
  local found = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
  return found[1], tonumber(found[2])
end

local function text(number)
  return number and string.format('%.0f', number) or ''
end

-- When each index has to look at this conversation next ('': it need not), as it stands now; and what they hold, if that is known.
local function needs()
  local expiry
  local function by(time)
    if time and (not expiry or time < expiry) then expiry = time end
  end
  local first = lowest(C .. ':arrived')
  local inbox = first and tonumber(string.match(redis.call('HGET', C .. ':inbox', first), '^[^\n]+'))
  if inbox then by(inbox + KEEP_WAITING) end
  local _, seen = lowest(C .. ':seen')
  if seen then by(seen + KEEP_IDS) end
  local stands = redis.call('HMGET', C, 'expiresAt', 'owner', 'rank', 'indexed')
  by(tonumber(stands[1] or nil))

  local _, timer = lowest(C .. ':timers')
  local head = lowest(C .. ':queue')
  local sends = { reply = '', reminder = '' }
  if head then
    local fate = redis.call('HMGET', C .. ':fate', 'priority:' .. head, 'dueAt:' .. head, 'until:' .. head)
    sends[fate[1]] = text(math.max(tonumber(fate[2]), tonumber(fate[3] or '0')))
  end
  local wanted = { text(inbox), text(timer), sends.reply, sends.reminder, text(expiry), stands[2] or '', stands[3] or '' }
  return wanted, stands[4]
end

-- On a single Redis. Most turns change nothing for the indexes, and what they hold is kept with the conversation, so that it need
-- not be asked. Who looks at a conversation because an index named it sets the indexes right whatever was kept.
local function index()
  local wanted, held = needs()
  local now = table.concat(wanted, ' ')
  if ADDS and held == now then return end
  sync(ID, wanted)
  if wanted[6] ~= '' then redis.call('HSET', C, 'indexed', now) end
end

-- The last step of every script: on a single Redis brings the indexes up to date, on a cluster says what they should hold.
local function finish(outcome, ...)
  if STAMP == '' then
    index()
    return { outcome, {}, ... }
  end
  local wanted = needs()
  local swept = tonumber(redis.call('GET', C .. ':swept') or '0')
  redis.call('SET', C .. ':swept', text(math.max(swept, tonumber(STAMP))), 'PX', DAY)
  -- Should a failover lose the entry in the index, Redis itself removes the conversation in the end.
  local left = redis.call('HGET', C, 'keepMs')
  if left then
    for _, part in ipairs({ '', ':said', ':rows', ':fate', ':outbox', ':queue', ':timers', ':ticks', ':seen' }) do
      redis.call('PEXPIRE', C .. part, left)
    end
  end
  return { outcome, wanted, ... }
end

local function erase()
  redis.call('DEL', C .. ':said', C .. ':rows', C .. ':fate', C .. ':outbox', C .. ':queue', C .. ':timers', C .. ':ticks')
end

local function drop(field)
  redis.call('ZREM', C .. ':arrived', field)
  return redis.call('HDEL', C .. ':inbox', field) == 1
end

local function wake()
  redis.call('PUBLISH', 'natter:wake', ID)
end
