-- One row of the outbox, with what became of it so far.
local function row(C, id, seq)
  local fate = {}
  for n, name in ipairs({ 'priority', 'state', 'dueAt', 'attempts', 'providerId', 'error' }) do
    fate[n] = redis.call('HGET', C .. ':fate', name .. ':' .. id)
  end
  return { id, seq, redis.call('HGET', C .. ':rows', id), fate }
end
