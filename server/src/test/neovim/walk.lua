-- The walk: runs in a headless Neovim with release.enit open, does what an administrator
-- does, step by step, and ends with status 0 where every step succeeded. The parts of
-- the walk are in $ENIT_PARTS.
local folder = vim.env.ENIT_WALK
package.path = folder .. '/?.lua;' .. package.path

local harness = require('harness')

local function stop_servers()
  for _, client in ipairs(harness.clients()) do
    if vim.fn.has('nvim-0.11') == 1 then
      client:stop()
    else
      client.stop()
    end
  end
  harness.wait('the end of the servers', function()
    return #harness.clients() == 0
  end)
end

local ok, message = xpcall(function()
  for part in vim.env.ENIT_PARTS:gmatch('%S+') do
    require(part)
  end
  harness.step('the server stops', stop_servers)
end, debug.traceback)

if ok then
  vim.cmd('qall!')
end
io.stdout:write('\n' .. message .. '\n')
vim.cmd('silent! %bwipeout!')
vim.cmd('cquit 1')
