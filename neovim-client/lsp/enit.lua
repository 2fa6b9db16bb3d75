-- The language server of enit, for vim.lsp.config and vim.lsp.enable of Neovim 0.11
-- and later. plugin/enit.lua enables it.
return require('enit.server').config()
