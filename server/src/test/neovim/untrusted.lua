-- Tests a workspace that is not trusted: all editing works, and nothing runs.
local h = require('harness')

h.step('in a workspace that is not trusted mistakes are found', function()
  h.wait('the diagnostic', function()
    return #h.diagnostics(vim.diagnostic.severity.ERROR) > 0
  end)
end)

h.step('and nothing is started or connected to', function()
  h.lens('◌ not trusted')
  h.equal('failed', h.outcome(function()
    vim.cmd('Enit! start')
  end))
  h.contains(require('enit').last().text, 'not trusted')
  h.equal('failed', h.outcome(function()
    vim.cmd('Enit connect')
  end))
  h.wait('the status line', function()
    return require('enit').statusline() == '◌ ' .. h.release .. ' untrusted'
  end)
  vim.cmd('Enit remsh')
  h.equal(1, #vim.api.nvim_list_wins())
  vim.cmd('Enit status')
  h.page('status.md', 'not trusted')
  vim.cmd('bwipeout')
end)
