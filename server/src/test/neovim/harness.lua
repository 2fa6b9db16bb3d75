-- The building blocks of the walk's steps. They wait for what they see, and type what a
-- user types.
local M = {}

--- The release of the walk, and its files in the tree.
M.release = vim.env.ENIT_RELEASE
M.specification = ('var/lib/enit/%s/release.enit'):format(M.release)
M.defaults = ('var/lib/enit/%s/defaults.config'):format(M.release)
M.user = ('etc/enit/%s/user.config'):format(M.release)

-- Printed, so that a failure says how far it came.
function M.step(name, run)
  io.stdout:write('\n- ' .. name .. '\n')
  run()
end

function M.wait(what, condition)
  local seen
  M.instead = ''
  if not vim.wait(60000, function()
    seen = condition()
    return seen
  end, 20) then
    error(('waited in vain for %s. %s'):format(what, M.instead), 2)
  end
  return seen
end

function M.equal(expected, seen)
  if not vim.deep_equal(expected, seen) then
    error(('expected %s, saw %s'):format(vim.inspect(expected), vim.inspect(seen)), 2)
  end
end

function M.contains(text, part)
  if not text:find(part, 1, true) then
    error(('expected %s in %s'):format(part, text), 2)
  end
end

--- Returns the clients, all or those of a buffer.
function M.clients(bufnr)
  return require('enit.lsp').clients(bufnr)
end

function M.text(bufnr)
  return table.concat(vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, true), '\n')
end

--- Opens a file of the tree, with a server; returns its buffer.
function M.open(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.ENIT_TREE .. '/' .. file))
  M.wait('a server', function()
    return #M.clients(0) > 0
  end)
  return vim.api.nvim_get_current_buf()
end

--- Puts the cursor on the first place of a text.
function M.go(text, flags)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. text, 'c' .. (flags or '')) == 0 then
    error('there is no ' .. text, 2)
  end
end

--- Returns the codes of the diagnostics of a buffer, sorted.
function M.diagnostics(severity)
  local codes = vim.tbl_map(function(diagnostic)
    return diagnostic.code
  end, vim.diagnostic.get(0, { severity = severity }))
  table.sort(codes)
  return codes
end

function M.floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

--- Types the answer to a question, and runs the action that asks it. The question takes
--- keys that are already typed: Neovim runs nothing else while it waits for them.
function M.answering(keys, run)
  vim.api.nvim_input(keys)
  run()
end

--- Runs an action that offers a choice, and picks the item with this text; returns all
--- items.
function M.choosing(part, run)
  local select = vim.ui.select
  local offered
  vim.ui.select = function(items, options, choose)
    vim.ui.select = select
    offered = vim.tbl_map(options.format_item, items)
    for i, text in ipairs(offered) do
      if text:find(part, 1, true) then
        choose(items[i])
        return
      end
    end
    choose(nil)
  end
  run()
  M.wait('a choice with ' .. part, function()
    return offered
  end)
  M.contains(table.concat(offered, '\n'), part)
  return offered
end

--- Returns the line after CTRL-X CTRL-O with the first proposal, and the words of all.
--- Neovim waits for keys while it asks.
function M.completed(typed)
  local offered
  local timer = vim.fn.timer_start(20, function(timer)
    local info = vim.fn.complete_info({ 'mode', 'items' })
    if info.mode == 'eval' and #info.items > 0 then
      vim.fn.timer_stop(timer)
      offered = info.items
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
    error('waited in vain for the completion of ' .. typed, 2)
  end
  return vim.api.nvim_get_current_line(), vim.tbl_map(function(item)
    return item.word
  end, offered)
end

--- Waits for a page of the server with a text in it; returns its buffer.
function M.page(name, part)
  return M.wait(name .. ' with ' .. part, function()
    return vim.fn.expand('%:t') == name and M.text():find(part, 1, true) and vim.api.nvim_get_current_buf()
  end)
end

--- Returns the titles of the lenses of the current buffer, in their order.
function M.lenses()
  local all = vim.lsp.codelens.enable and vim.lsp.codelens.get({ bufnr = 0 }) or vim.lsp.codelens.get(0)
  return vim.tbl_map(function(entry)
    return (entry.lens or entry).command.title
  end, all)
end

--- Waits for a lens with a text in it; returns its title.
function M.lens(part)
  return M.wait('the lens ' .. part, function()
    M.instead = ('%s has %s'):format(vim.fn.expand('%:t'), vim.inspect(M.lenses()))
    for _, title in ipairs(M.lenses()) do
      if title:find(part, 1, true) then
        return title
      end
    end
  end)
end

--- Runs a lens of the line of the cursor, by its title, as the user does: Neovim asks which
--- one if there are several. All lenses of the buffer are of one line.
function M.run_lens(title)
  M.lens(title)
  if #M.lenses() == 1 then
    vim.lsp.codelens.run()
    return
  end
  for i, name in ipairs(M.lenses()) do
    if name == title then
      M.answering(i .. '<CR>', vim.lsp.codelens.run)
      return
    end
  end
end

--- Waits for the end of the action that `start` begins; returns its outcome.
function M.outcome(start)
  local before = require('enit').last()
  start()
  return M.wait('the end of the action', function()
    local last = require('enit').last()
    return last ~= before and last
  end).outcome
end

--- Whether there is a user to ask.
function M.attended(is_so)
  require('enit.messages').attended = function()
    return is_so
  end
end

return M
