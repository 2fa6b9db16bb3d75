-- The LSP client functions that differ between versions of Neovim, from 0.7 on.
local M = {}

local has_methods = vim.fn.has('nvim-0.11') == 1

--- Returns the running clients of enit, or those of a buffer.
---@param bufnr? integer
---@return vim.lsp.Client[]
function M.clients(bufnr)
  local all
  if vim.lsp.get_clients then
    all = vim.lsp.get_clients({ bufnr = bufnr })
  elseif bufnr then
    all = vim.tbl_values(vim.lsp.buf_get_clients(bufnr))
  else
    all = vim.lsp.get_active_clients()
  end
  return vim.tbl_filter(function(client)
    return client.name == 'enit' and client.initialized ~= false
  end, all)
end

--- Returns the root of the workspace of a client; nil for the files of this host.
---@param client vim.lsp.Client
---@return string?
function M.root(client)
  return client.config.root_dir
end

--- Returns the running client of the workspace with this root, or nil.
---@param root? string
---@return vim.lsp.Client?
function M.of_root(root)
  for _, client in ipairs(M.clients()) do
    if M.root(client) == root then
      return client
    end
  end
end

local function call(client, name, ...)
  if has_methods then
    return client[name](client, ...)
  end
  return client[name](...)
end

--- Sends a request; the handler gets error and result. Returns the request's id, or nil.
---@param client vim.lsp.Client
---@param method string
---@param params table
---@param handler lsp.Handler
---@param bufnr? integer
---@return integer?
function M.request(client, method, params, handler, bufnr)
  local sent, id = call(client, 'request', method, params, handler, bufnr)
  return sent and id or nil
end

--- Sends a request and waits, for at most so many milliseconds. Returns the result or nil.
---@param client vim.lsp.Client
---@param method string
---@param params table
---@param timeout integer
---@return any
function M.request_now(client, method, params, timeout)
  local answer = call(client, 'request_sync', method, params, timeout, vim.api.nvim_get_current_buf())
  return answer and answer.result
end

---@param client vim.lsp.Client
---@param method string
---@param params table
function M.notify(client, method, params)
  call(client, 'notify', method, params)
end

---@param client vim.lsp.Client
---@param id integer
function M.cancel(client, id)
  call(client, 'cancel_request', id)
end

--- Returns the buffers that a client is attached to.
---@param client vim.lsp.Client
---@return integer[]
function M.buffers(client)
  return vim.tbl_filter(vim.api.nvim_buf_is_loaded, vim.tbl_keys(client.attached_buffers))
end

--- Shows a message to the user, with a level of vim.log.levels.
---@param text string
---@param level? integer
function M.say(text, level)
  vim.notify('enit: ' .. text, level or vim.log.levels.INFO)
end

--- Returns a handler that shows an error as a message, else calls a function with the
--- result.
---@param handler fun(result: any)
---@return lsp.Handler
function M.checked(handler)
  return function(err, result)
    if err then
      M.say(err.message or tostring(err), vim.log.levels.WARN)
    elseif result and result ~= vim.NIL then
      handler(result)
    end
  end
end

--- Runs the autocommands of an event: `:autocmd User EnitReleases` and the like.
---@param name string
function M.event(name)
  vim.api.nvim_exec_autocmds('User', { pattern = name, modeline = false })
end

return M
