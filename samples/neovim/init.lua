-- enit in Neovim 0.7 to 0.12, without any plugin. To try it:
--
--     nvim -u samples/neovim/init.lua samples/broken/etc/enit/missing_comma/user.config
--
-- To keep it, copy the folders beside this file into ~/.config/nvim and the
-- lines below into ~/.config/nvim/init.lua. See ../README.md.

-- Makes the folders beside this file known. Not needed in ~/.config/nvim.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
vim.opt.runtimepath:prepend(here)

-- Findings behind the line; Neovim 0.11 and later show signs only, unless told.
vim.diagnostic.config({ virtual_text = true, severity_sort = true })

if vim.lsp.enable then
  vim.lsp.enable('enit') -- 0.11 and later: reads lsp/enit.lua
else
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'enit',
    callback = function(event)
      require('enit').attach(event.buf)
    end,
  })
end
