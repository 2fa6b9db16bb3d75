-- Code lenses: the state and the actions of the node, on release.enit; pending
-- changes, on the sections of layers. Neovim 0.12 refreshes them by itself.
local lsp = require('enit.lsp')
local options = require('enit.options')

local M = { handlers = {} }

local by_itself = vim.lsp.codelens.enable ~= nil

-- Neovim keeps old lenses where the new result is empty.
local function clear(client_id, bufnr)
  local namespace = (vim.lsp.codelens.__namespaces or {})[client_id]
  if namespace and vim.api.nvim_buf_is_valid(bufnr) then
    vim.api.nvim_buf_clear_namespace(bufnr, namespace, 0, -1)
  end
end

local function received(err, lenses, context)
  if not vim.api.nvim_buf_is_loaded(context.bufnr) then
    return
  end
  if not err and #(lenses or {}) == 0 then
    clear(context.client_id, context.bufnr)
  end
  vim.lsp.codelens.on_codelens(err, lenses, context)
  lsp.event('EnitLenses')
end

local function refresh(client, bufnr)
  local document = { uri = vim.uri_from_bufnr(bufnr) }
  lsp.request(client, 'textDocument/codeLens', { textDocument = document }, received, bufnr)
end

if not by_itself then
  M.handlers['workspace/codeLens/refresh'] = function(_, _, context)
    local client = vim.lsp.get_client_by_id(context.client_id)
    for _, bufnr in ipairs(client and options.get().code_lenses and lsp.buffers(client) or {}) do
      refresh(client, bufnr)
    end
    return vim.NIL
  end
end

--- Shows the lenses of a line again: Neovim removes them when one of them is run.
---@param client vim.lsp.Client
---@param bufnr? integer
function M.again(client, bufnr)
  if not by_itself and bufnr then
    refresh(client, bufnr)
  end
end

--- Removes the lenses of a client that has ended.
---@param client_id integer
function M.forget(client_id)
  if by_itself then
    return
  end
  for _, bufnr in ipairs(vim.tbl_filter(vim.api.nvim_buf_is_loaded, vim.api.nvim_list_bufs())) do
    clear(client_id, bufnr)
    vim.lsp.codelens.save(nil, bufnr, client_id)
  end
end

--- Shows the lenses of a buffer and stores them.
---@param client vim.lsp.Client
---@param bufnr integer
function M.attached(client, bufnr)
  if not options.get().code_lenses or not client.server_capabilities.codeLensProvider then
    return
  end
  if by_itself then
    vim.lsp.codelens.enable(true, { bufnr = bufnr })
    return
  end
  vim.api.nvim_create_autocmd({ 'BufEnter', 'BufReadPost', 'InsertLeave', 'TextChanged', 'BufWritePost' }, {
    group = vim.api.nvim_create_augroup('enit_lenses_' .. bufnr, { clear = true }),
    buffer = bufnr,
    callback = function()
      if not vim.tbl_isempty(lsp.clients(bufnr)) then
        refresh(client, bufnr)
      end
    end,
  })
  refresh(client, bufnr)
end

return M
