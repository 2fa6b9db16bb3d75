-- The part of the walk without a node: diagnostics, fixes, completion, hover, and the
-- effective configuration.
local h = require('harness')
local ERROR = vim.diagnostic.severity.ERROR

h.step('the plugin is there, and the file is of enit', function()
  h.equal('enit', vim.bo.filetype)
  h.equal(2, vim.fn.exists(':Enit'))
  h.equal({ 'reconfigure', 'releases', 'remsh', 'report', 'restart' }, vim.fn.getcompletion('Enit re', 'cmdline'))
end)

h.step('a wrong name is found', function()
  h.wait('the diagnostic', function()
    return #h.diagnostics(ERROR) > 0
  end)
  h.contains(vim.diagnostic.get(0, { severity = ERROR })[1].message, '`relex_aplication`')
end)

h.step('the plugin knows every command of the server', function()
  local client = h.clients(0)[1]
  for _, name in ipairs(client.server_capabilities.executeCommandProvider.commands) do
    h.equal('function', type(client.commands[name]))
  end
end)

h.step('the fix of the name is applied', function()
  h.go('relex_aplication')
  h.answering('1<CR>', vim.lsp.buf.code_action)
  h.wait('the right name', function()
    return h.text():find('runtime_tools, relex_application]', 1, true)
  end)
  h.wait('the end of the errors', function()
    return #h.diagnostics(ERROR) == 0
  end)
  vim.cmd('silent write')
end)

h.step('an overridden key is explained', function()
  h.open(h.defaults)
  h.go('frozzle_timeout')
  vim.lsp.buf.hover()
  local window = h.wait('the explanation', h.floating)
  local text = h.text(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  for _, part in ipairs({ '6000', 'user.config', '4000', 'defaults.config', '5000', 'relex_application.app' }) do
    h.contains(text, part)
  end
end)

h.step('its definitions are found', function()
  vim.lsp.buf.definition()
  -- Two layers set the key: Neovim lists both, the one in force first.
  h.wait('the list of definitions', function()
    return #vim.fn.getqflist() == 2
  end)
  vim.cmd('cfirst')
  h.wait('the one in force', function()
    return vim.fn.expand('%:t') == 'user.config' and #h.clients(0) > 0
  end)
  h.contains(vim.api.nvim_get_current_line(), '{frozzle_timeout, 6000}')
  vim.cmd('cclose')
end)

h.step('it gets another name in all layers', function()
  local defaults = vim.fn.bufnr('defaults.config')
  h.go('frozzle_timeout')
  vim.lsp.buf.rename('frozzle-ms')
  h.wait('the new name', function()
    return h.text():find("{'frozzle-ms', 6000}", 1, true) and h.text(defaults):find("{'frozzle-ms', 4000}", 1, true)
  end)
  vim.cmd('edit!')
  vim.cmd('buffer ' .. defaults)
  vim.cmd('edit!')
end)

h.step('a key is completed', function()
  h.open(h.user)
  h.go('{kabozzle_domain, "relex.com"}')
  vim.cmd('normal! D')
  -- After the last character of the line, which is a blank.
  local line, words = h.completed('{kab')
  h.contains(line, '{kabozzle_domain')
  h.equal(1, #words)
  vim.cmd('edit!')
end)

h.step('a fix after the last character of a line is offered on it', function()
  h.open(h.user)
  -- Before Neovim 0.12 everywhere in the line: it names all diagnostics of the line.
  for _, keys in ipairs(vim.fn.has('nvim-0.12') == 1 and { '$' } or { '0', '$' }) do
    vim.cmd([[silent %s/{frozzle_timeout, 6000},/{frozzle_timeout, 6000}/]])
    h.wait('the missing comma', function()
      return vim.tbl_contains(h.diagnostics(ERROR), 'EN101')
    end)
    h.go('{frozzle_timeout')
    vim.cmd('normal! ' .. keys)
    h.choosing('Insert the comma', vim.lsp.buf.code_action)
    h.wait('the comma', function()
      return h.text():find('{frozzle_timeout, 6000},', 1, true)
    end)
    h.wait('the end of the errors', function()
      return #h.diagnostics(ERROR) == 0
    end)
  end
  vim.cmd('edit!')
end)

h.step('what is in force follows an edit', function()
  h.open(h.user)
  vim.cmd('Enit effective')
  local page = h.page('effective.config', '{frozzle_timeout, 6000}')
  h.equal(false, vim.bo.modifiable)
  vim.cmd('wincmd p')
  vim.cmd([[silent %s/{frozzle_timeout, 6000}/{frozzle_timeout, 6001}/]])
  h.wait('the change in what is in force', function()
    return h.text(page):find('{frozzle_timeout, 6001}', 1, true)
  end)
  vim.cmd('silent undo')
  h.wait('the old value', function()
    return h.text(page):find('{frozzle_timeout, 6000}', 1, true)
  end)
  vim.cmd('silent update | wincmd p')
  h.go('% user.config:', 'e')
  h.wait('the folders of the release', function()
    return vim.bo.path:find('etc/enit/' .. h.release, 1, true)
  end)
  local line = vim.fn.matchstr(vim.api.nvim_get_current_line(), [[user\.config:\zs\d\+]])
  vim.cmd('normal! hgF')
  h.equal({ 'user.config', tonumber(line) }, { vim.fn.expand('%:t'), vim.fn.line('.') })
  vim.cmd('buffer ' .. page)
  vim.cmd('normal q')
  h.equal(1, #vim.api.nvim_list_wins())
end)

h.step('a server that was killed is started again', function()
  local dead = h.clients(0)[1].id
  local pids = vim.fn.readfile(vim.env.ENIT_PIDS)
  vim.fn.system({ 'kill', '-KILL', pids[#pids] })
  h.wait('another server', function()
    local client = h.clients(0)[1]
    return client and client.id ~= dead
  end)
  vim.cmd('Enit status')
  h.page('status.md', h.release)
  vim.cmd('wincmd p | silent only')
end)

h.step('health and help', function()
  vim.cmd('checkhealth enit')
  h.wait('the answer of the program', function()
    return h.text():find('OTP %d')
  end)
  h.contains(h.text(), vim.env.ENIT)
  h.contains(h.text(), vim.env.ENIT_TREE)
  vim.cmd('bwipeout!')
  vim.cmd('help :Enit')
  h.equal('enit.txt', vim.fn.expand('%:t'))
  -- Plugin managers generate the tags of the help.
  local copy = vim.fn.tempname()
  vim.fn.mkdir(copy)
  vim.fn.writefile(vim.api.nvim_buf_get_lines(0, 0, -1, true), copy .. '/enit.txt')
  vim.cmd('helptags ' .. copy)
  h.equal(vim.fn.readfile(copy .. '/tags'), vim.fn.readfile(vim.fn.expand('%:p:h') .. '/tags'))
  vim.cmd('close')
end)
