-- Runs in a headless Neovim that has a layer open: goes to the definition of a key
-- as a person does, gives it another name, and writes what it saw as JSON to
-- $ENIT_SEEN.
local seen = {}

local function clients(bufnr)
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ bufnr = bufnr })
  end
  return bufnr and vim.tbl_values(vim.lsp.buf_get_clients(bufnr)) or vim.lsp.get_active_clients()
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function text(path)
  return table.concat(vim.api.nvim_buf_get_lines(vim.fn.bufadd(path), 0, -1, true), '\n')
end

local function run()
  local first, winner = vim.env.ENIT_FIRST, vim.env.ENIT_WINNER
  wait('a server', function()
    return #clients(0) > 0 and clients(0)[1].initialized ~= false
  end)
  vim.fn.search('basket_timeout')
  vim.lsp.buf.definition()
  -- Two layers set the key: Neovim lists both, the one in force first.
  wait('the list of definitions', function()
    return #vim.fn.getqflist() == 2
  end)
  vim.cmd('cfirst')
  wait('the jump', function()
    return vim.api.nvim_buf_get_name(0) == winner
  end)
  seen.jumped = ('%d:%d'):format(vim.fn.line('.'), vim.fn.col('.'))

  vim.cmd('cclose')
  vim.cmd('edit ' .. first)
  vim.fn.search('basket_timeout')
  vim.lsp.buf.rename('basket-ms')
  wait('the new name', function()
    return text(first):find('basket%-ms') ~= nil and text(winner):find('basket%-ms') ~= nil
  end)
  seen.first = text(first)
  seen.winner = text(winner)

  vim.lsp.stop_client(clients())
  wait('the end of the servers', function()
    return #clients() == 0
  end)
end

local ok, message = pcall(run)
seen.error = not ok and tostring(message) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.ENIT_SEEN)
vim.cmd('qall!')
