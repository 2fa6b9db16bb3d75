-- The cache of releases: for the status line, completion and the list.
local files = require('enit.files')
local lsp = require('enit.lsp')
local pages = require('enit.pages')

local M = {}

-- As the server tells it, except for `client` and `root`.
---@class enit.Release
---@field uri string of its release.enit
---@field name string
---@field version? string
---@field node string
---@field state enit.ReleaseState
---@field log? string the URI of the log
---@field layers? { uri: string }[]
---@field applications? { uri?: string }[]
---@field client vim.lsp.Client that knows it
---@field root? string of the workspace of the client

---@class enit.ReleaseState
---@field kind string
---@field text string
---@field pending? integer
---@field drift? integer
---@field restart? integer

---@class enit.Target
---@field uri string of a file of the release
---@field root? string of its workspace
---@field client? vim.lsp.Client of its workspace, where it runs

local marks = {
  running = '●',
  starting = '◐',
  stopped = '○',
  name_in_use = '○',
  connecting = '◌',
  unreachable = '◌',
  elsewhere = '◌',
  unknown = '◌',
  untrusted = '◌',
}

-- The releases of each client, by its id.
local known = {}

-- The client that each buffer's `enit_release` is from, by buffer.
local followed = {}

--- Returns the mark of a state. A later server may know more states.
---@param state enit.ReleaseState
---@return string
function M.mark(state)
  return marks[state.kind] or '◌'
end

-- Returns the URI that identifies the release of a buffer: that of the file, or of the
-- release.enit of a page.
local function uri_of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  return pages.is_page(name) and files.specification(name) or vim.uri_from_bufnr(bufnr)
end

-- The release of a file is kept with its buffer.
local function ask_of(client, bufnr)
  followed[bufnr] = client.id
  lsp.request(client, 'enit/release', { uri = uri_of(bufnr) }, function(err, release)
    if not err and vim.api.nvim_buf_is_valid(bufnr) and followed[bufnr] == client.id then
      release = release ~= vim.NIL and release or nil
      vim.b[bufnr].enit_release = release
      if release and pages.is_page(vim.api.nvim_buf_get_name(bufnr)) then
        pages.set_path(bufnr, release)
      end
      vim.cmd('redrawstatus!')
      lsp.event('EnitReleases')
    end
  end)
end

local function ask(client)
  lsp.request(client, 'enit/releases', vim.empty_dict(), function(err, result)
    if not err and result then
      known[client.id] = result.releases
      lsp.event('EnitReleases')
    end
  end)
end

local function changed(_, params, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  if not client then
    return
  end
  ask(client)
  for bufnr, id in pairs(vim.deepcopy(followed)) do
    if not vim.api.nvim_buf_is_loaded(bufnr) then
      followed[bufnr] = nil
    elseif id == client.id then
      local release = vim.b[bufnr].enit_release
      if not (params or {}).uri or not release or release.uri == params.uri then
        ask_of(client, bufnr)
      end
    end
  end
end

M.handlers = { ['enit/releasesChanged'] = changed }

--- Follows the release of a buffer, and all that its client knows.
---@param client vim.lsp.Client
---@param bufnr integer
function M.follow(client, bufnr)
  ask_of(client, bufnr)
  if not known[client.id] then
    ask(client)
  end
end

--- Forgets the releases of a client that has ended.
---@param client_id integer
function M.ended(client_id)
  known[client_id] = nil
  for bufnr, id in pairs(vim.deepcopy(followed)) do
    if id == client_id then
      followed[bufnr] = nil
      if vim.api.nvim_buf_is_valid(bufnr) then
        vim.b[bufnr].enit_release = nil
      end
    end
  end
  vim.cmd('redrawstatus!')
  lsp.event('EnitReleases')
end

-- Returns the client whose workspace has the release, of those that know it.
local function is_closer(client, uri)
  return lsp.root(client) == files.root(vim.uri_to_fname(uri))
end

--- Returns all known releases, each with its client in `client` and the root of its
--- workspace in `root`, sorted by name. Waits for clients that have not answered yet, a
--- second at most.
---@return enit.Release[]
function M.all()
  local all = {}
  for _, client in ipairs(lsp.clients()) do
    if not known[client.id] then
      local result = lsp.request_now(client, 'enit/releases', vim.empty_dict(), 1000)
      known[client.id] = result and result.releases
    end
    for _, release in ipairs(known[client.id] or {}) do
      if not all[release.uri] or is_closer(client, release.uri) then
        all[release.uri] = vim.tbl_extend('force', release, { client = client, root = lsp.root(client) })
      end
    end
  end
  local list = vim.tbl_values(all)
  table.sort(list, function(a, b)
    return a.name == b.name and a.uri < b.uri or a.name < b.name
  end)
  return list
end

--- Returns the release that a buffer is about, a page or a file of it: the `uri` of a file
--- of it, the `root` of its workspace, and the `client` of that where it runs. Nil for any
--- other buffer.
---@param bufnr integer
---@return enit.Target?
function M.of_buffer(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  if pages.is_page(name) then
    return { uri = uri_of(bufnr), root = pages.root(name), client = pages.client(name) }
  end
  local client = lsp.clients(bufnr)[1]
  if client then
    return { uri = uri_of(bufnr), root = lsp.root(client), client = client }
  elseif vim.bo[bufnr].filetype == 'enit' and name ~= '' then
    return { uri = uri_of(bufnr), root = files.root(name) }
  end
end

local function counted(number, text)
  return (number or 0) > 0 and (', %d %s'):format(number, text) or ''
end

-- Returns the word for a kind of state; one of a later server as it is.
local function word(state)
  return (state.kind:gsub('_', ' '))
end

--- For the status line: `● relex running, 2 pending`; progress replaces
--- it. Empty for a buffer without a release.
---@param bufnr? integer
---@return string
function M.statusline(bufnr)
  local work = require('enit.progress').line()
  if work then
    return work
  end
  local release = vim.b[bufnr or 0].enit_release
  if not release then
    return ''
  end
  local state = release.state
  return ('%s %s %s%s%s%s'):format(
    M.mark(state),
    release.name,
    word(state),
    counted(state.pending, 'pending'),
    counted(state.drift, 'drifted'),
    counted(state.restart, 'after a restart')
  )
end

return M
