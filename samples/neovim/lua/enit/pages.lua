-- Pages that the server makes of a release: what is in force, the plan, the status.
-- Each is a buffer that is named by its URI, `enit:///…`, and follows the server.
local lsp = require('enit.lsp')

local M = {}

-- Which client made a page, by URI.
local makers = {}

-- How many texts have been asked for and not come.
local asked = 0

-- How a page is coloured, by its file name.
local syntaxes = {
  ['effective.config'] = 'enit',
  ['running.config'] = 'enit',
  ['disk.config'] = 'enit',
  ['plan.txt'] = 'enitplan',
  ['report.txt'] = 'enitplan',
  ['status.md'] = 'markdown',
}

local function set_text(bufnr, text)
  vim.bo[bufnr].modifiable = true
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, vim.split(text:gsub('\n$', ''), '\n'))
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].modified = false
end

-- Fetches the text of a page into its buffer.
local function fill(bufnr)
  local uri = vim.api.nvim_buf_get_name(bufnr)
  local client = vim.lsp.get_client_by_id(makers[uri] or 0) or lsp.clients()[1]
  if not client then
    return
  end
  makers[uri] = client.id
  vim.b[bufnr].enit_stale = false
  asked = asked + 1
  lsp.request(client, 'enit/textDocumentContent', { uri = uri }, function(...)
    asked = asked - 1
    lsp.checked(function(result)
      if vim.api.nvim_buf_is_loaded(bufnr) then
        set_text(bufnr, result.text)
        lsp.event('EnitPage')
      end
    end)(...)
  end)
end

--- Waits for the texts of pages that were opened just now: while a question stands there
--- Neovim shows nothing new.
function M.settle()
  vim.wait(2000, function()
    return asked == 0
  end, 10)
  vim.cmd('redraw')
end

-- Later versions know more of Markdown than its syntax file.
local function colour(bufnr, name)
  local parsed = name:match('%.md$') and vim.treesitter.start and pcall(vim.treesitter.start, bufnr, 'markdown')
  if not parsed then
    vim.bo[bufnr].syntax = syntaxes[vim.fn.fnamemodify(name, ':t')] or ''
  end
end

--- Makes a buffer a page: what BufReadCmd does for `enit:///*`.
function M.read(event)
  local buffer = vim.bo[event.buf]
  buffer.buftype = 'nofile'
  buffer.bufhidden = 'hide'
  buffer.swapfile = false
  buffer.modifiable = false
  colour(event.buf, event.match)
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = event.buf, desc = 'enit: close the page' })
  -- One that nobody sees is fetched when somebody looks again.
  vim.api.nvim_create_autocmd('BufWinEnter', {
    buffer = event.buf,
    callback = function()
      if vim.b[event.buf].enit_stale then
        fill(event.buf)
      end
    end,
  })
  fill(event.buf)
end

local function buffer_of(uri)
  local bufnr = vim.fn.bufnr('^' .. vim.fn.escape(uri, '\\[]*?{},') .. '$')
  return bufnr > 0 and vim.api.nvim_buf_is_loaded(bufnr) and bufnr or nil
end

local function refresh(_, params)
  local bufnr = buffer_of(params.uri)
  if bufnr and vim.fn.bufwinid(bufnr) > 0 then
    fill(bufnr)
  elseif bufnr then
    vim.b[bufnr].enit_stale = true
  end
end

M.handlers = { ['enit/textDocumentContent/refresh'] = refresh }

--- Opens a page, in the window that shows it or in a new one. `modifiers` are those
--- of the command, such as `tab` or `vertical`.
function M.open(client, uri, modifiers)
  makers[uri] = client.id
  local bufnr = buffer_of(uri)
  local window = bufnr and vim.fn.bufwinid(bufnr) or -1
  if window > 0 then
    vim.api.nvim_set_current_win(window)
    return
  end
  if (modifiers or '') == '' then
    modifiers = uri:match('/effective%.config$') and 'vertical' or 'botright'
  end
  vim.cmd(('%s split %s'):format(modifiers, vim.fn.fnameescape(uri)))
  vim.wo.wrap = uri:match('%.md$') ~= nil
  vim.wo.conceallevel = 2
end

--- Shows what the node has beside what it would have, as a diff in a new tab.
function M.diff(client, plan)
  local side = plan:match('^(.*/)')
  for _, name in ipairs({ 'running.config', 'disk.config' }) do
    makers[side .. name] = client.id
  end
  vim.cmd('tabnew ' .. vim.fn.fnameescape(side .. 'running.config'))
  vim.cmd('diffthis')
  vim.cmd('rightbelow vertical split ' .. vim.fn.fnameescape(side .. 'disk.config'))
  vim.cmd('diffthis')
end

return M
