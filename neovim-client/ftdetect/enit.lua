-- *.config is a common name, so the folder decides; see enit.is_ours.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = vim.api.nvim_create_augroup('enit_filetype', {}),
  pattern = { '*.config', 'release.enit' },
  callback = function(event)
    if require('enit').is_ours(vim.fn.fnamemodify(event.match, ':p')) then
      vim.bo[event.buf].filetype = 'enit'
    end
  end,
})
