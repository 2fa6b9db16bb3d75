-- The pages of a release, made by the server: effective configuration, plan, status.
-- Each is a buffer that is named by its URI, `enit:///…`, and follows the server. A
-- page belongs to the workspace of the client that made it: that client alone fills
-- it and acts on its release, or its successor after a restart.
local files = require('enit.files')
local lsp = require('enit.lsp')

local M = {}

-- By URI: `root` of the workspace, and `id` of the client that filled the page last.
local owners = {}

-- The clients that have been asked for a text and have not answered, by buffer.
local asked = {}

-- Marks a page whose server has ended.
local namespace = vim.api.nvim_create_namespace('enit_pages')

-- The file type of a page, by its file name.
local syntaxes = {
  ['effective.config'] = 'enit',
  ['running.config'] = 'enit',
  ['disk.config'] = 'enit',
  ['plan.txt'] = 'enitplan',
  ['report.txt'] = 'enitplan',
  ['status.md'] = 'markdown',
}

local function name(bufnr)
  return vim.api.nvim_buf_get_name(bufnr)
end

local function loaded()
  return vim.tbl_filter(function(bufnr)
    return vim.api.nvim_buf_is_loaded(bufnr) and M.is_page(name(bufnr))
  end, vim.api.nvim_list_bufs())
end

--- Returns whether a buffer's name is that of a page.
---@param uri string
---@return boolean
function M.is_page(uri)
  return uri:match('^enit:///') ~= nil
end

-- Returns the owner of a page. One that no client has made, as those of a session file,
-- belongs to the workspace of its release.
local function owner(uri)
  if not owners[uri] then
    owners[uri] = { root = files.root(vim.uri_to_fname(files.specification(uri))) }
  end
  return owners[uri]
end

local function own(uri, client)
  owners[uri] = { root = lsp.root(client), id = client.id }
end

--- Returns the root of the workspace that a page belongs to; nil for this host.
---@param uri string
---@return string?
function M.root(uri)
  return owner(uri).root
end

--- Returns the running client that a page belongs to, or nil.
---@param uri string
---@return vim.lsp.Client?
function M.client(uri)
  local of = owner(uri)
  for _, client in ipairs(lsp.clients()) do
    if client.id == of.id then
      return client
    end
  end
  return lsp.of_root(of.root)
end

local function set_text(bufnr, text)
  vim.bo[bufnr].modifiable = true
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, vim.split(text:gsub('\n$', ''), '\n'))
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].modified = false
  vim.api.nvim_buf_clear_namespace(bufnr, namespace, 0, -1)
end

-- Fetches the text of a page into its buffer, where its client runs.
local function fill(bufnr)
  local uri = name(bufnr)
  local client = M.client(uri)
  if not client then
    vim.b[bufnr].enit_stale = true
    return
  end
  own(uri, client)
  vim.b[bufnr].enit_stale = false
  require('enit.releases').follow(client, bufnr)
  local sent = lsp.request(client, 'enit/textDocumentContent', { uri = uri }, function(...)
    asked[bufnr] = nil
    lsp.checked(function(result)
      if vim.api.nvim_buf_is_loaded(bufnr) then
        set_text(bufnr, result.text)
        lsp.event('EnitPage')
      end
    end)(...)
  end)
  asked[bufnr] = sent and client.id or nil
end

-- A page that is not visible is fetched when it is shown again.
local function refill(bufnr)
  if vim.fn.bufwinid(bufnr) > 0 then
    fill(bufnr)
  else
    vim.b[bufnr].enit_stale = true
  end
end

--- Waits for the texts of pages that were opened just now: while a question is there
--- Neovim shows nothing new.
function M.settle()
  vim.wait(2000, function()
    return next(asked) == nil
  end, 10)
  vim.cmd('redraw')
end

-- Later versions highlight Markdown with more than its syntax file.
local function colour(bufnr, uri)
  local parsed = uri:match('%.md$') and vim.treesitter.start and pcall(vim.treesitter.start, bufnr, 'markdown')
  if not parsed then
    vim.bo[bufnr].syntax = syntaxes[vim.fn.fnamemodify(uri, ':t')] or ''
  end
end

--- Makes a buffer a page: the BufReadCmd of `enit:///*`.
---@param event { buf: integer, match: string }
function M.read(event)
  local bufnr = event.buf
  local buffer = vim.bo[bufnr]
  buffer.buftype = 'nofile'
  buffer.bufhidden = 'hide'
  buffer.swapfile = false
  buffer.modifiable = false
  colour(bufnr, event.match)
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = bufnr, desc = 'enit: close the page' })
  vim.api.nvim_create_autocmd('BufWinEnter', {
    group = vim.api.nvim_create_augroup('enit_page_' .. bufnr, { clear = true }),
    buffer = bufnr,
    callback = function()
      if vim.b[bufnr].enit_stale then
        fill(bufnr)
      end
    end,
  })
  fill(bufnr)
  if not M.client(name(bufnr)) then
    require('enit.server').start_for(M.root(name(bufnr)))
  end
end

--- Lets `gf` and `gF` find the files that a page names: the layers of its release, and the
--- files of its applications.
---@param bufnr integer
---@param release enit.Release
function M.set_path(bufnr, release)
  local folders, seen = {}, {}
  for _, file in ipairs(vim.list_extend(vim.deepcopy(release.layers or {}), release.applications or {})) do
    local folder = file.uri and vim.fn.fnamemodify(vim.uri_to_fname(file.uri), ':h')
    if folder and not seen[folder] then
      seen[folder] = true
      folders[#folders + 1] = vim.fn.escape(folder, ' ,\\')
    end
  end
  vim.bo[bufnr].path = table.concat(folders, ',')
end

local function buffer_of(uri)
  local bufnr = vim.fn.bufnr('^' .. vim.fn.escape(uri, '\\[]*?{},') .. '$')
  return bufnr > 0 and vim.api.nvim_buf_is_loaded(bufnr) and bufnr or nil
end

-- Several servers may know the release of a page; only its owner's messages count.
local function refresh(_, params, context)
  local bufnr = buffer_of(params.uri)
  if bufnr and owner(params.uri).id == context.client_id then
    refill(bufnr)
  end
end

M.handlers = { ['enit/textDocumentContent/refresh'] = refresh }

--- Gives a started client the pages of its workspace whose client has ended.
---@param client vim.lsp.Client
function M.adopt(client)
  for _, bufnr in ipairs(loaded()) do
    local uri = name(bufnr)
    if owner(uri).id ~= client.id and M.client(uri) == client then
      own(uri, client)
      refill(bufnr)
    end
  end
end

--- Marks the pages of a client that has ended, until a successor fills them. Returns the
--- roots of the workspaces that have such pages; the one of this host is false.
---@param client_id integer
---@return (string|false)[]
function M.ended(client_id)
  local roots = {}
  for _, bufnr in ipairs(loaded()) do
    if asked[bufnr] == client_id then
      asked[bufnr] = nil
    end
    local of = owner(name(bufnr))
    if of.id == client_id then
      of.id = nil
      vim.b[bufnr].enit_stale = true
      vim.b[bufnr].enit_release = nil
      vim.api.nvim_buf_set_extmark(bufnr, namespace, 0, 0, {
        virt_text = { { 'not up to date: the server has ended; `:edit` starts it again', 'WarningMsg' } },
      })
      roots[of.root or false] = true
    end
  end
  return vim.tbl_keys(roots)
end

-- Gives a page to a client; returns its buffer, or nil.
local function claim(uri, client)
  local bufnr = buffer_of(uri)
  if bufnr and owner(uri).id ~= client.id then
    vim.b[bufnr].enit_stale = true
  end
  own(uri, client)
  return bufnr
end

--- Opens a page, in the window that shows it or in a new one. `modifiers` are those
--- of the command, such as `tab` or `vertical`.
---@param client vim.lsp.Client
---@param uri string
---@param modifiers? string
function M.open(client, uri, modifiers)
  local bufnr = claim(uri, client)
  local window = bufnr and vim.fn.bufwinid(bufnr) or -1
  if window > 0 then
    vim.api.nvim_set_current_win(window)
    if vim.b[bufnr].enit_stale then
      fill(bufnr)
    end
    return
  end
  if (modifiers or '') == '' then
    modifiers = uri:match('/effective%.config$') and 'vertical' or 'botright'
  end
  vim.cmd(('%s split %s'):format(modifiers, vim.fn.fnameescape(uri)))
  vim.wo.wrap = uri:match('%.md$') ~= nil
  vim.wo.conceallevel = 2
end

--- Shows the running configuration and the files as a diff in a new tab.
---@param client vim.lsp.Client
---@param plan string the URI of the page of the plan
function M.diff(client, plan)
  local side = plan:match('^(.*/)')
  for _, file in ipairs({ 'running.config', 'disk.config' }) do
    claim(side .. file, client)
  end
  vim.cmd('tabnew ' .. vim.fn.fnameescape(side .. 'running.config'))
  vim.cmd('diffthis')
  vim.cmd('rightbelow vertical split ' .. vim.fn.fnameescape(side .. 'disk.config'))
  vim.cmd('diffthis')
end

return M
