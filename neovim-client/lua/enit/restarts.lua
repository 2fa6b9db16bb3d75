-- Restarts of a server that ended by itself, a limited number of times.
local lsp = require('enit.lsp')

local M = {}

local LIMIT = 3
local SECONDS = 180
local SIGTERM = 15

-- The times of its restarts, in seconds.
local times = {}

local function is_recent(time)
  return os.time() - time < SECONDS
end

-- The buffers whose server has ended.
local function orphans()
  return vim.tbl_filter(function(bufnr)
    return vim.api.nvim_buf_is_loaded(bufnr) and vim.bo[bufnr].filetype == 'enit' and #lsp.clients(bufnr) == 0
  end, vim.api.nvim_list_bufs())
end

local function start(roots)
  for _, bufnr in ipairs(orphans()) do
    require('enit.server').attach(bufnr)
  end
  -- The workspaces of pages whose files are not open.
  for _, root in ipairs(roots) do
    require('enit.server').start_for(root or nil)
  end
end

local function again(how, roots)
  times = vim.tbl_filter(is_recent, times)
  if #times >= LIMIT then
    lsp.say(('the server ended (%s) %d times; run `:edit` to restart it'):format(how, #times + 1), vim.log.levels.ERROR)
    return
  end
  times[#times + 1] = os.time()
  lsp.say(('the server ended (%s); restarting it'):format(how), vim.log.levels.WARN)
  start(roots)
end

-- Neovim calls on_exit before it has removed the client.
local function when_forgotten(id, call)
  if vim.lsp.get_client_by_id(id) then
    vim.defer_fn(function()
      when_forgotten(id, call)
    end, 20)
  else
    call()
  end
end

--- Handles the end of a server: vim.lsp's on_exit.
---@param code integer
---@param signal integer
---@param id integer of the client
function M.ended(code, signal, id)
  if vim.v.exiting ~= vim.NIL then
    return
  end
  local is_asked = (code == 0 and signal == 0) or signal == SIGTERM
  vim.schedule(function()
    when_forgotten(id, function()
      require('enit.lenses').forget(id)
      require('enit.releases').ended(id)
      local roots = require('enit.pages').ended(id)
      require('enit.progress').ended(id)
      require('enit.actions').ended(id)
      if not is_asked then
        again(signal ~= 0 and 'signal ' .. signal or 'status ' .. code, roots)
      end
    end)
  end)
end

return M
