-- The progress of the server: shown below the windows and in the status line, and
-- cancelled by `:Enit cancel`.
local lsp = require('enit.lsp')

local M = {}

-- By client and token, since servers use the same tokens: the client's id, the token,
-- and the last message.
local running = {}

-- Returns the line of a running action: `Starting relex: waiting for shop (40 %)`.
local function line(work)
  local text = work.title
  if (work.message or '') ~= '' then
    text = text .. ': ' .. work.message
  end
  return work.percentage and ('%s (%d %%)'):format(text, work.percentage) or text
end

--- Returns the progress in one line, or nil. Of several actions one is shown.
---@return string?
function M.line()
  local _, work = next(running)
  return work and line(work)
end

local function show(work)
  -- Not shown where it would hide a question.
  if vim.api.nvim_get_mode().blocking then
    return
  end
  local text = work and ('enit: ' .. line(work)) or ''
  vim.api.nvim_echo({ { vim.fn.strcharpart(text, 0, vim.o.columns - 12) } }, false, {})
end

local function changed(work)
  show(work)
  lsp.event('EnitProgress')
  vim.cmd('redrawstatus!')
end

local function progress(err, params, context)
  local value = params.value
  local key = context.client_id .. ' ' .. params.token
  if type(value) == 'table' and value.kind == 'begin' then
    running[key] = vim.tbl_extend('force', value, { client = context.client_id, token = params.token })
    changed(running[key])
  elseif running[key] and value.kind == 'report' then
    running[key] = vim.tbl_extend('force', running[key], value)
    changed(running[key])
  elseif running[key] then
    running[key] = nil
    changed()
  end
  -- For vim.lsp.status, and for plugins that show all progress.
  return vim.lsp.handlers['$/progress'](err, params, context)
end

M.handlers = { ['$/progress'] = progress }

--- Cancels the actions of a client, or of every client where none is given, so far as that
--- is possible. Returns how many were cancelled.
---@param only? vim.lsp.Client
---@return integer
function M.cancel(only)
  local told = 0
  for _, work in pairs(running) do
    local client = vim.lsp.get_client_by_id(work.client)
    if client and work.cancellable and (not only or only.id == client.id) then
      lsp.notify(client, 'window/workDoneProgress/cancel', { token = work.token })
      told = told + 1
    end
  end
  return told
end

--- Forgets the actions of a client that has ended.
---@param client_id integer
function M.ended(client_id)
  for key, work in pairs(vim.deepcopy(running)) do
    if work.client == client_id then
      running[key] = nil
      changed()
    end
  end
end

return M
