-- Runs in a headless Neovim that has a broken file open: waits for the findings,
-- asks for hovers as a person does with K, repairs the file in the buffer, says
-- goodbye to the server and writes what it saw as JSON to $ENIT_SEEN.
local seen = {}

-- The clients, all or those of a buffer; the older function goes in 0.12.
local function clients(bufnr)
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ bufnr = bufnr })
  end
  return bufnr and vim.tbl_values(vim.lsp.buf_get_clients(bufnr)) or vim.lsp.get_active_clients()
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function findings()
  return vim.tbl_map(function(d)
    return ('%d:%d %s %d'):format(d.lnum, d.col, d.code, d.severity)
  end, vim.diagnostic.get(0))
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

-- The text of the window that K opens on the first place of a word.
local function hover(word)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. word)
  vim.lsp.buf.hover()
  wait('the hover of ' .. word, floating)
  local window = floating()
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

-- What is in force in the release, in a buffer of its own, while the file is edited.
local function effective()
  vim.cmd('EnitEffective')
  wait('what is in force', function()
    return vim.api.nvim_buf_get_name(0):match('^enit:') and vim.api.nvim_buf_line_count(0) > 1
  end)
  local page = vim.api.nvim_get_current_buf()
  vim.cmd('wincmd p')
  vim.cmd([[%s/{frozzle_timeout, 6000}/{frozzle_timeout, 6001}/]])
  local line
  wait('the change in what is in force', function()
    line = table.concat(vim.api.nvim_buf_get_lines(page, 0, -1, false), '\n'):match('[^\n]*6001[^\n]*')
    return line
  end)
  return line
end

-- The line on which CTRL-X CTRL-O has completed what was typed behind the first
-- place of a text, with the first proposal, and all proposals. While the server
-- is being asked Neovim waits for keys; a timer types the ones that take it.
local function completed(place, typed)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. place, 'e')
  local offered
  local timer = vim.fn.timer_start(20, function(timer)
    if vim.fn.complete_info({ 'mode' }).mode == 'eval' then
      vim.fn.timer_stop(timer)
      offered = vim.fn.complete_info({ 'items' }).items
      vim.api.nvim_input('<C-Y><Esc>')
    end
  end, { ['repeat'] = -1 })
  local guard = vim.fn.timer_start(60000, function()
    vim.api.nvim_input('<Esc>')
  end)
  local keys = vim.api.nvim_replace_termcodes('a' .. typed .. '<C-X><C-O>', true, true, true)
  vim.api.nvim_feedkeys(keys, 'ntx!', false)
  vim.fn.timer_stop(timer)
  vim.fn.timer_stop(guard)
  if not offered then
    error('waited in vain for the completion of ' .. typed)
  end
  return vim.api.nvim_get_current_line(), offered
end

local function run()
  wait('the findings', function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.findings = findings()
  seen.message = vim.diagnostic.get(0)[1].message

  vim.fn.search('error_logger, false}')
  vim.cmd('normal! f}a,')
  wait('the end of the findings', function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0
  end)
  seen.repaired = vim.api.nvim_get_current_line()

  vim.cmd('edit! ' .. vim.env.ENIT_OTHER)
  wait('a server for the other file', function()
    return #clients(0) > 0
  end)
  seen.hover = hover('frozzle_timeout')

  seen.effective = effective()

  vim.cmd('edit! ' .. vim.env.ENIT_RELEASE)
  wait('a server for the release', function()
    return #clients(0) > 0
  end)
  local line, offered = completed('relex_application', ', cry')
  seen.completed = line
  seen.offered = vim.tbl_map(function(item)
    return item.word .. ' ' .. (item.kind or '')
  end, offered)

  seen.clients = #clients()
  vim.lsp.stop_client(clients())
  wait('the end of the servers', function()
    return #clients() == 0
  end)
end

local ok, message = pcall(run)
seen.error = not ok and tostring(message) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.ENIT_SEEN)
vim.cmd('qall!')
