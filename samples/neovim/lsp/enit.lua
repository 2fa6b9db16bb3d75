-- The language server of enit, in the form of Neovim 0.11's vim.lsp.config.
-- lua/enit.lua uses the same table for older versions.
local enit = require('enit')

return {
  cmd = enit.command(),
  filetypes = { 'enit' },
  -- In place of root_markers, which cannot tell the files of this host from
  -- those of a tree in a repository. See enit.root.
  root_dir = function(bufnr, on_dir)
    on_dir(enit.root(vim.api.nvim_buf_get_name(bufnr)))
  end,
  handlers = enit.handlers,
  on_attach = function(_, bufnr)
    enit.documents(bufnr)
    -- Versions, values in force and units between the letters: Neovim 0.10 and later.
    if vim.lsp.inlay_hint then
      vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
    end
    -- CTRL-X CTRL-O completes; later versions set it themselves.
    vim.bo[bufnr].omnifunc = 'v:lua.vim.lsp.omnifunc'
    -- The keys that Neovim 0.11 has anyway.
    vim.keymap.set('n', 'K', vim.lsp.buf.hover, { buffer = bufnr, desc = 'enit: explain' })
    vim.keymap.set('n', 'gra', vim.lsp.buf.code_action, { buffer = bufnr, desc = 'enit: fix' })
  end,
}
