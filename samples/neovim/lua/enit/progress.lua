-- What the server is doing: shown below the windows and in the status line, and
-- stopped by `:Enit cancel`.
local lsp = require('enit.lsp')

local M = {}

-- By token: the client's id, and what the server said last.
local running = {}

-- A line of a running work: `Starting relex: waiting for shop (40 %)`.
local function line(work)
  local text = work.title
  if (work.message or '') ~= '' then
    text = text .. ': ' .. work.message
  end
  return work.percentage and ('%s (%d %%)'):format(text, work.percentage) or text
end

--- What runs, in one line, or nil. Of several things one is told.
function M.line()
  local _, work = next(running)
  return work and line(work)
end

local function show(work)
  -- Not where it would take the place of a question.
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
  local token = params.token
  if type(value) == 'table' and value.kind == 'begin' then
    running[token] = vim.tbl_extend('force', value, { client = context.client_id })
    changed(running[token])
  elseif running[token] and value.kind == 'report' then
    running[token] = vim.tbl_extend('force', running[token], value)
    changed(running[token])
  elseif running[token] then
    running[token] = nil
    changed()
  end
  -- For vim.lsp.status, and for plugins that show all progress.
  return vim.lsp.handlers['$/progress'](err, params, context)
end

M.handlers = { ['$/progress'] = progress }

--- Stops what can be stopped. Returns how many works were told.
function M.cancel()
  local told = 0
  for token, work in pairs(running) do
    local client = vim.lsp.get_client_by_id(work.client)
    if not client then
      running[token] = nil
    elseif work.cancellable then
      lsp.notify(client, 'window/workDoneProgress/cancel', { token = token })
      told = told + 1
    end
  end
  return told
end

return M
