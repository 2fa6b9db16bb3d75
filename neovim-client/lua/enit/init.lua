-- enit in Neovim 0.7 to 0.12; see :help enit. The parts are loaded when they are needed.
local M = {}

--- Sets options; see :help enit-setup. Not needed without any.
---@param given? enit.Options
function M.setup(given)
  local options = require('enit.options')
  options.set(given)
  if vim.lsp.config then
    vim.lsp.config('enit', { cmd = options.command(), settings = { enit = options.get().settings } })
  end
end

--- Returns whether the file of an absolute path is enit's.
---@param path string
---@return boolean
function M.is_ours(path)
  return require('enit.files').is_ours(path)
end

--- Returns the release of the buffer and its state, for the status line.
---@param bufnr? integer
---@return string
function M.statusline(bufnr)
  return require('enit.releases').statusline(bufnr)
end

--- The result of the last action: `command`, `outcome` and `text`; nil before the first.
---@return enit.Outcome?
function M.last()
  return require('enit.actions').last
end

--- Starts the server for a buffer, in Neovim before 0.11.
---@param bufnr integer
function M.attach(bufnr)
  require('enit.server').attach(bufnr)
end

return M
