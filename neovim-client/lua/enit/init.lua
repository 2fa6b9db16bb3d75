-- enit in Neovim 0.7 to 0.12; see :help enit. The parts are loaded when they are needed.
local M = {}

--- Sets options; see :help enit-setup. Not needed without any.
function M.setup(given)
  local options = require('enit.options')
  options.set(given)
  if vim.lsp.config then
    vim.lsp.config('enit', { cmd = options.command(), settings = { enit = options.get().settings } })
  end
end

--- Returns whether the file of an absolute path is enit's.
function M.is_ours(path)
  return require('enit.files').is_ours(path)
end

--- Returns the release of the buffer and its state, for the status line.
function M.statusline(bufnr)
  return require('enit.releases').statusline(bufnr)
end

--- The result of the last action: `command`, `outcome` and `text`; nil before the first.
function M.last()
  return require('enit.actions').last
end

--- Starts the server for a buffer, in Neovim before 0.11.
function M.attach(bufnr)
  require('enit.server').attach(bufnr)
end

return M
