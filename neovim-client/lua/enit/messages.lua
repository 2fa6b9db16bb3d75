-- The handlers of the server's messages and questions.
local lsp = require('enit.lsp')

local M = {}

local levels = { vim.log.levels.ERROR, vim.log.levels.WARN, vim.log.levels.INFO, vim.log.levels.INFO }

--- Returns whether a user can answer a question.
---@return boolean
function M.attended()
  return #vim.api.nvim_list_uis() > 0
end

local function show(_, params)
  lsp.say(params.message, levels[params.type])
  return params
end

-- A handler of Neovim 0.7 has to answer before it returns.
local function ask_at_once(params, titles)
  local lines = { params.message }
  for i, title in ipairs(titles) do
    lines[#lines + 1] = ('%d: %s'):format(i, title)
  end
  local choice = vim.fn.inputlist(lines)
  vim.cmd('redraw')
  return params.actions[choice]
end

local function ask(params)
  local titles = vim.tbl_map(function(action)
    return action.title
  end, params.actions)
  local routine, is_main = coroutine.running()
  if not routine or is_main then
    return ask_at_once(params, titles)
  end
  vim.ui.select(titles, { kind = 'enit', prompt = params.message }, function(_, choice)
    -- An immediate answer would come before the wait for it.
    vim.schedule(function()
      coroutine.resume(routine, params.actions[choice])
    end)
  end)
  return coroutine.yield()
end

-- An outcome with a page is no question: the message says how to open the page.
local function offer(params, context)
  local name = require('enit.actions').busy(context.client_id)
  local command = name and 'report ' .. name or 'report'
  lsp.say(('%s (see :Enit %s)'):format(params.message, command), levels[params.type])
end

local function question(_, params, context)
  local actions = params.actions or {}
  if #actions == 0 then
    show(nil, params)
  elseif #actions == 1 then
    offer(params, context)
  elseif M.attended() then
    require('enit.pages').settle()
    return ask(params) or vim.NIL
  else
    lsp.say(params.message .. ' Not done: no user can be asked. `:Enit!` does not ask.', vim.log.levels.WARN)
  end
  return vim.NIL
end

local function show_document(err, params, context)
  if params.uri:match('^enit:') then
    require('enit.pages').open(vim.lsp.get_client_by_id(context.client_id), params.uri)
    return { success = true }
  end
  local default = vim.lsp.handlers['window/showDocument']
  if default then
    return default(err, params, context)
  end
  if params.external then
    return { success = false }
  end
  vim.lsp.util.jump_to_location({ uri = params.uri, range = params.selection or M.start }, 'utf-16')
  return { success = true }
end

-- The first character of a file.
M.start = { start = { line = 0, character = 0 }, ['end'] = { line = 0, character = 0 } }

M.handlers = {
  ['window/showMessage'] = show,
  ['window/showMessageRequest'] = question,
  ['window/showDocument'] = show_document,
}

return M
