-- Tests two workspaces in one Neovim, with releases of one name: $ENIT_TREE is trusted,
-- $ENIT_OTHER is not.
local h = require('harness')

local function spec(tree)
  return vim.env[tree] .. '/' .. h.specification
end

-- Opens a file beside the pages.
local function open(file)
  vim.cmd('topleft new')
  return h.open(file)
end

-- Returns the root of the workspace whose client fills a page.
local function root(bufnr)
  return require('enit.lsp').root(require('enit.pages').client(vim.api.nvim_buf_get_name(bufnr)))
end

-- Goes to the window of a buffer.
local function go_to(bufnr)
  vim.api.nvim_set_current_win(vim.fn.bufwinid(bufnr))
end

-- Starts the release without a question; returns the outcome.
local function started()
  return h.outcome(function()
    vim.cmd('Enit! start')
  end)
end

local function refused()
  h.equal('failed', started())
  h.contains(require('enit').last().text, 'not trusted')
end

-- Kills every server, and waits until as many others run.
local function kill_servers()
  local dead = vim.tbl_map(function(client)
    return client.id
  end, h.clients())
  local pids = vim.fn.readfile(vim.env.ENIT_PIDS)
  for i = #pids - #dead + 1, #pids do
    vim.fn.system({ 'kill', '-KILL', pids[i] })
  end
  h.wait('other servers', function()
    local clients = h.clients()
    return #clients == #dead and #vim.tbl_filter(function(client)
      return vim.tbl_contains(dead, client.id)
    end, clients) == 0
  end)
end

-- The pages of the two workspaces, by the names of their variables.
local pages = {}

h.step('each of two workspaces has a server', function()
  h.open(h.specification)
  h.lens('○ not running')
  vim.cmd('edit ' .. spec('ENIT_OTHER'))
  h.lens('◌ not trusted')
  h.equal(2, #h.clients())
end)

h.step('a page belongs to the workspace that it was opened in', function()
  for _, tree in ipairs({ 'ENIT_TREE', 'ENIT_OTHER' }) do
    vim.cmd('edit ' .. spec(tree))
    vim.cmd('botright Enit effective')
    pages[tree] = h.page('effective.config', '{frozzle_timeout, 6000}')
    h.equal(vim.env[tree], root(pages[tree]))
    vim.cmd('wincmd p')
  end
end)

h.step('from a page of the one that is not trusted nothing starts', function()
  go_to(pages.ENIT_OTHER)
  refused()
  vim.cmd('Enit plan')
  local plan = h.page('plan.txt', 'not trusted')
  h.equal(vim.env.ENIT_OTHER, root(plan))
  refused()
  vim.cmd('Enit remsh')
  vim.cmd('Enit status')
  h.page('status.md', 'not trusted')
  refused()
  vim.cmd('normal q')
  vim.cmd('Enit connect')
  vim.cmd('normal q')
end)

h.step('nor from a page that no client has made', function()
  vim.cmd('split enit://' .. vim.fn.fnamemodify(spec('ENIT_OTHER'), ':h') .. '/running.config')
  h.page('running.config', 'not trusted')
  refused()
  vim.cmd('normal q')
end)

h.step('of two releases of one name the user takes one', function()
  vim.cmd('new')
  local offered
  h.equal('failed', h.outcome(function()
    offered = h.choosing(vim.env.ENIT_OTHER, function()
      vim.cmd('Enit! start ' .. h.release)
    end)
  end))
  h.equal(2, #offered)
  local text = table.concat(offered, '\n')
  h.contains(text, spec('ENIT_TREE') .. ', node ' .. h.release .. '@')
  h.contains(text, spec('ENIT_OTHER') .. ', node ' .. h.release .. '@')
  vim.cmd('close')
end)

h.step('the list tells them apart', function()
  vim.cmd('Enit releases')
  for _, tree in ipairs({ 'ENIT_TREE', 'ENIT_OTHER' }) do
    h.wait('the line of ' .. tree, function()
      return h.text():find(vim.fn.fnamemodify(spec(tree), ':h:~'), 1, true)
    end)
  end
  h.go(vim.fn.fnamemodify(spec('ENIT_OTHER'), ':h:~'))
  refused()
  vim.cmd('normal q')
end)

h.step('servers that were killed have successors for their pages', function()
  vim.cmd('silent! bwipeout ' .. spec('ENIT_OTHER'))
  open(h.user)
  kill_servers()
  for _, tree in ipairs({ 'ENIT_TREE', 'ENIT_OTHER' }) do
    h.wait('the text of the page of ' .. tree, function()
      return vim.b[pages[tree]].enit_stale == false
    end)
    h.equal(vim.env[tree], root(pages[tree]))
  end
  go_to(pages.ENIT_OTHER)
  refused()
end)

h.step('and the pages follow again', function()
  open(h.user)
  vim.cmd([[silent %s/{frozzle_timeout, 6000}/{frozzle_timeout, 6001}/]])
  h.wait('the change in what is in force', function()
    return h.text(pages.ENIT_TREE):find('{frozzle_timeout, 6001}', 1, true)
  end)
  vim.cmd('silent undo | silent update')
  h.equal(nil, h.text(pages.ENIT_OTHER):find('6001', 1, true))
end)

h.step('from a page of the trusted one the release starts', function()
  h.wait('the page', function()
    return h.text(pages.ENIT_TREE):find('{frozzle_timeout, 6000}', 1, true)
  end)
  go_to(pages.ENIT_TREE)
  h.equal('done', started())
  h.contains(require('enit').last().text, '`' .. h.release .. '` runs')
  h.wait('the state in the page', function()
    return require('enit').statusline():find('● ' .. h.release .. ' running', 1, true)
  end)
  h.equal('done', h.outcome(function()
    vim.cmd('Enit! stop')
  end))
end)
