-- Runs in a headless Neovim with release.enit open: does what an administrator does,
-- step by step, and ends with status 0 where all of it was as it should be.
local folder = vim.env.ENIT_WALK
package.path = folder .. '/?.lua;' .. package.path

local harness = require('harness')

local function stop_servers()
  for _, client in ipairs(harness.clients()) do
    vim.lsp.stop_client(client.id)
  end
  harness.wait('the end of the servers', function()
    return #harness.clients() == 0
  end)
end

local ok, message = xpcall(function()
  require('editing')
  require('running')
  harness.step('the server stops', stop_servers)
end, debug.traceback)

if ok then
  vim.cmd('qall!')
end
io.stdout:write('\n' .. message .. '\n')
vim.cmd('silent! %bwipeout!')
vim.cmd('cquit 1')
