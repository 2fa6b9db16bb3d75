-- The part of the walk with a node: started from its lens, changed, and stopped.
local h = require('harness')

local function status_line(part)
  h.wait('the status line ' .. part, function()
    return require('enit').statusline():find(part, 1, true)
  end)
end

-- The open buffers beside the files: pages, and those that they were opened from.
local function close_pages()
  vim.cmd('silent! tabonly | silent! only')
end

h.step('the list of releases', function()
  h.open(h.specification)
  h.lens('○ not running')
  vim.cmd('Enit releases')
  h.wait('the state of the release', function()
    return h.text():find('○ ' .. h.release .. '  1.0  ' .. h.release .. '@', 1, true)
  end)
  vim.cmd('normal q')
  h.equal({ h.release }, vim.fn.getcompletion('Enit start w', 'cmdline'))
end)

h.step('the release starts from its lens', function()
  h.open(h.specification)
  h.go('{release, ' .. h.release)
  h.equal('done', h.outcome(function()
    h.run_lens('Start')
  end))
  h.lens('● running')
  status_line('● ' .. h.release .. ' running')
end)

h.step('its log', function()
  vim.cmd('Enit log')
  h.wait('the log', function()
    return vim.startswith(vim.fn.expand('%:t'), h.release .. '@') and vim.fn.expand('%:e') == 'log' and vim.bo.readonly
  end)
  h.contains(h.text(), h.release)
  vim.cmd('bwipeout')
end)

h.step('an edit is pending', function()
  h.open(h.user)
  vim.cmd('silent %s/"relex.com"/"relex.changed.com"/ | silent write')
  h.lens('1 pending')
  status_line('1 pending')
end)

h.step('each lens that shows a page shows its text', function()
  for title, expected in pairs({
    ['Show plan'] = { 'plan.txt', 'relex.changed.com' },
    ['Status'] = { 'status.md', 'relex_snmp' },
    ['● running'] = { 'status.md', 'relex_snmp' },
  }) do
    h.open(h.specification)
    h.go('{release, ' .. h.release)
    h.run_lens(h.lens(title))
    h.page(expected[1], expected[2])
    vim.cmd('bwipeout')
  end
  h.open(h.user)
  h.go('relex_application, [')
  h.run_lens(h.lens('1 pending'))
  h.page('plan.txt', 'relex.changed.com')
  vim.cmd('bwipeout')
end)

h.step('a state of a later server is taken as it is', function()
  h.open(h.user)
  local release = vim.b.enit_release
  vim.b.enit_release = { name = 'other', state = { kind = 'half_asleep', text = 'half asleep' } }
  h.equal('◌ other half asleep', require('enit').statusline())
  vim.b.enit_release = release
end)

h.step('the plan', function()
  vim.cmd('Enit plan')
  h.page('plan.txt', '~ kabozzle_domain = "relex.changed.com"')
  close_pages()
  vim.cmd('Enit diff')
  local windows = h.wait('two windows', function()
    local all = vim.api.nvim_tabpage_list_wins(0)
    return #all == 2 and vim.wo[all[2]].diff and all
  end)
  for i, part in ipairs({ 'relex.com', 'relex.changed.com' }) do
    h.wait('the side of ' .. part, function()
      return h.text(vim.api.nvim_win_get_buf(windows[i])):find(part, 1, true)
    end)
    h.equal(true, vim.wo[windows[i]].diff)
  end
  vim.cmd('tabclose')
end)

h.step('without a user to ask nothing is done', function()
  h.open(h.user)
  h.equal('cancelled', h.outcome(function()
    vim.cmd('Enit reconfigure')
  end))
  close_pages()
  h.open(h.user)
  h.lens('1 pending')
end)

h.step('the change is brought into the node', function()
  h.attended(true)
  h.equal('done', h.outcome(function()
    h.answering('1<CR>', function()
      vim.cmd('Enit reconfigure')
    end)
  end))
  close_pages()
  h.open(h.specification)
  h.lens('in sync')
  h.equal('unchanged', h.outcome(function()
    vim.cmd('Enit reconfigure')
  end))
  vim.cmd('Enit report')
  h.page('report.txt', 'Reconfiguring ' .. h.release)
  close_pages()
end)

h.step('a remote shell', function()
  vim.cmd('Enit remsh')
  h.wait('the prompt of the shell', function()
    return h.text():find('(' .. h.release .. '@', 1, true)
  end)
  local job = vim.b.terminal_job_id
  vim.cmd('stopinsert')
  vim.fn.jobstop(job)
  h.equal(false, vim.fn.jobwait({ job }, 20000)[1] == -1)
  vim.cmd('bwipeout!')
end)

h.step('the answer no, and the stop', function()
  h.open(h.specification)
  vim.cmd('Enit status')
  local page = h.page('status.md', 'relex_snmp')
  vim.cmd('wincmd p')
  h.equal('cancelled', h.outcome(function()
    h.answering('2<CR>', function()
      vim.cmd('Enit stop')
    end)
  end))
  h.lens('● running')
  h.attended(false)
  h.equal('done', h.outcome(function()
    vim.cmd('Enit! stop')
  end))
  h.lens('○ not running')
  status_line('○ ' .. h.release .. ' stopped')
  h.wait('the end of the node on the page', function()
    return h.text(page):find('does not run', 1, true)
  end)
  close_pages()
end)
