-- To try the plugin without installing it, in Neovim 0.7 to 0.12:
--
--     nvim -u neovim-client/init.lua samples/broken/etc/enit/missing_comma/user.config
-- README.md beside this file says how to install it with a plugin manager.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
vim.opt.runtimepath:prepend(here)

-- Diagnostics after the line; Neovim 0.11 and later show signs only, unless told.
vim.diagnostic.config({ virtual_text = true, severity_sort = true })

-- The release of the file and its state.
vim.o.statusline = [[%f %m%=%{v:lua.require('enit').statusline()} %l:%c]]
