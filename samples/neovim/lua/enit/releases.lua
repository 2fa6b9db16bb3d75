-- What is known of the releases: for the status line, completion and the list.
local files = require('enit.files')
local lsp = require('enit.lsp')

local M = {}

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

function M.mark(state)
  return marks[state.kind] or '◌'
end

-- What the server says of the release of a file is kept with its buffer.
local function ask_of(client, bufnr)
  lsp.request(client, 'enit/release', { uri = vim.uri_from_bufnr(bufnr) }, function(err, release)
    if not err and vim.api.nvim_buf_is_valid(bufnr) then
      vim.b[bufnr].enit_release = release and release ~= vim.NIL and release or nil
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
  for _, bufnr in ipairs(lsp.buffers(client)) do
    local release = vim.b[bufnr].enit_release
    if not (params or {}).uri or not release or release.uri == params.uri then
      ask_of(client, bufnr)
    end
  end
end

M.handlers = { ['enit/releasesChanged'] = changed }

--- Follows the release of a buffer, and all that its client knows.
function M.attached(client, bufnr)
  ask_of(client, bufnr)
  if not known[client.id] then
    ask(client)
  end
end

--- All known releases, each with its client in `client`, sorted by name. Waits for
--- clients that have not told yet, a second at most.
function M.all()
  local all = {}
  for _, client in ipairs(lsp.clients()) do
    if not known[client.id] then
      local result = lsp.request_now(client, 'enit/releases', vim.empty_dict(), 1000)
      known[client.id] = result and result.releases
    end
    for _, release in ipairs(known[client.id] or {}) do
      all[release.uri] = all[release.uri] or vim.tbl_extend('force', release, { client = client })
    end
  end
  local list = vim.tbl_values(all)
  table.sort(list, function(a, b)
    return a.name == b.name and a.uri < b.uri or a.name < b.name
  end)
  return list
end

--- The URI of the file or release that a buffer is about, and its client; or nil.
function M.of_buffer(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  if name:match('^enit:///') then
    return files.specification(name), lsp.clients()[1]
  end
  local client = lsp.clients(bufnr)[1]
  if client then
    return vim.uri_from_bufnr(bufnr), client
  end
end

local function counted(number, text)
  return (number or 0) > 0 and (', %d %s'):format(number, text) or ''
end

--- For the status line: `● relex running, 2 pending`; what the server is doing
--- takes its place. Empty for a buffer without a release.
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
    state.kind,
    counted(state.pending, 'pending'),
    counted(state.drift, 'drifted'),
    counted(state.restart, 'after a restart')
  )
end

return M
