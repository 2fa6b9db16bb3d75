-- The entry point of the plugin: the command, the pages, and the server for every
-- file of enit. `let g:loaded_enit = 1` before this disables it.
if vim.g.loaded_enit then
  return
end
vim.g.loaded_enit = 1

if vim.fn.has('nvim-0.7') == 0 then
  vim.api.nvim_err_writeln('enit needs Neovim 0.7 or later')
  return
end

local group = vim.api.nvim_create_augroup('enit', { clear = true })

vim.api.nvim_create_user_command('Enit', function(given)
  require('enit.commands').run(given)
end, {
  nargs = '+',
  bang = true,
  complete = function(...)
    return require('enit.commands').complete(...)
  end,
  desc = 'Look after a release of enit',
})

vim.api.nvim_create_autocmd('BufReadCmd', {
  group = group,
  pattern = 'enit:///*',
  callback = function(event)
    require('enit.pages').read(event)
  end,
})

if vim.fn.has('nvim-0.8') == 1 then
  vim.api.nvim_create_autocmd('LspAttach', {
    group = group,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'enit' then
        require('enit.server').attached(client, event.buf)
      end
    end,
  })
end

if vim.lsp.enable then
  vim.lsp.enable('enit') -- reads lsp/enit.lua
else
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = 'enit',
    callback = function(event)
      require('enit.server').attach(event.buf)
    end,
  })
end
