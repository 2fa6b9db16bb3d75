-- A configuration that maps keys of the plugin before it is loaded: for every buffer, by
-- file type, and when a server attaches.
_G.pressed = {}

local function note(name)
  return function()
    table.insert(_G.pressed, name)
  end
end

vim.keymap.set('n', 'K', note('K of all buffers'))
vim.cmd([[nnoremap gO <Cmd>lua table.insert(_G.pressed, 'gO of all buffers')<CR>]])
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'enit',
  callback = function(event)
    vim.keymap.set('n', 'grn', note('grn by file type'), { buffer = event.buf })
    vim.bo[event.buf].omnifunc = 'v:lua.mine'
  end,
})
if vim.fn.has('nvim-0.8') == 1 then
  vim.api.nvim_create_autocmd('LspAttach', {
    callback = function(event)
      vim.keymap.set('n', 'grr', note('grr of a server'), { buffer = event.buf })
    end,
  })
else
  vim.keymap.set('n', 'grr', note('grr of a server'))
end
