-- Which files are enit's, which folder is their root, and how the server is
-- started. All paths are absolute, with slashes.
local M = {}

local fn = vim.fn

-- The directories of releases and of their configuration on this host.
local function host_dirs()
  local dirs = {}
  for variable, default in pairs({
    ENIT_RELEASE_DIR = '/var/lib/enit',
    ENIT_CONFIG_DIR = '/etc/enit',
  }) do
    dirs[#dirs + 1] = default
    if (vim.env[variable] or '') ~= '' then
      dirs[#dirs + 1] = (fn.fnamemodify(vim.env[variable], ':p'):gsub('/+$', ''))
    end
  end
  return dirs
end

-- Whether the file stands in `DIR/RELEASE/` of this host.
local function on_this_host(path)
  local dir = fn.fnamemodify(path, ':h:h')
  return vim.tbl_contains(host_dirs(), dir)
end

-- The folder P of P/var/lib/enit/RELEASE/FILE or P/etc/enit/RELEASE/FILE: people
-- keep the trees of their hosts in a repository.
local function tree(path)
  local dir = fn.fnamemodify(path, ':h:h')
  return dir:match('^(.+)/var/lib/enit$') or dir:match('^(.+)/etc/enit$')
end

-- The nearest folder above the file that has an entry of this name, or nil.
local function above(path, name)
  local from = fn.escape(fn.fnamemodify(path, ':h'), ' ,;') .. ';'
  local found = fn.findfile(name, from)
  found = found ~= '' and found or fn.finddir(name, from)
  return found ~= '' and fn.fnamemodify(found, ':p'):gsub('/+$', ''):match('^(.*)/') or nil
end

--- Whether the file belongs to enit: release.enit, enit.config, and every
--- *.config that is a layer of some release. Other *.config files are not ours.
function M.is_ours(path)
  local name = fn.fnamemodify(path, ':t')
  if name == 'release.enit' or name == 'enit.config' then
    return true
  end
  return name:match('%.config$') ~= nil
    and (
      on_this_host(path)
      or tree(path) ~= nil
      or fn.filereadable(fn.fnamemodify(path, ':h') .. '/release.enit') == 1
    )
end

--- The root of the workspace that the file belongs to. None for the files of
--- this host: they lie in two folders, and the server knows them without being
--- told. Else the folder with an enit.config, that of the tree, or the repository.
function M.root(path)
  if on_this_host(path) then
    return nil
  end
  return above(path, 'enit.config') or tree(path) or above(path, '.git')
end

--- The command of the server. The variable ENIT names another program than
--- `enit`, with arguments if need be: its words are separated by white space.
function M.command()
  local words = vim.split(vim.env.ENIT or '', '%s+', { trimempty = true })
  if #words == 0 then
    words = { 'enit' }
  end
  return vim.list_extend(words, { 'lsp' })
end

--- Whether the program can be started; says so where it cannot.
function M.installed()
  local program = M.command()[1]
  if fn.executable(program) == 1 then
    return true
  end
  vim.notify_once(
    ('`%s` is not an executable program: put enit on the PATH or name it in $ENIT'):format(program),
    vim.log.levels.WARN
  )
  return false
end

-- Client ids by root, for Neovim 0.7, which has no vim.lsp.start.
local started = {}

local function start_07(config, bufnr)
  local key = config.root_dir or ''
  local id = started[key]
  if not id or vim.lsp.client_is_stopped(id) then
    id = vim.lsp.start_client(config)
    started[key] = id
  end
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

--- Starts the server for a buffer, or uses the one that runs for its root.
--- For Neovim before 0.11; later ones do that with vim.lsp.enable.
function M.attach(bufnr)
  if not M.installed() then
    return
  end
  local file = vim.api.nvim_get_runtime_file('lsp/enit.lua', false)[1]
  local config = vim.tbl_extend('force', dofile(file), { name = 'enit' })
  local root_dir = config.root_dir
  root_dir(bufnr, function(root)
    config.root_dir = root
    if vim.lsp.start then
      vim.lsp.start(config, { bufnr = bufnr })
    else
      start_07(config, bufnr)
    end
  end)
end

-- Documents that the server makes, such as what is in force in a release: each in
-- a buffer that is named by its URI. Which client a URI came from, by URI.
local makers = {}

local function clients()
  local list = vim.lsp.get_clients or vim.lsp.get_active_clients
  return vim.tbl_filter(function(client)
    return client.name == 'enit'
  end, list())
end

local function request(client, method, params, handler)
  if fn.has('nvim-0.11') == 1 then
    client:request(method, params, handler)
  else
    client.request(method, params, handler)
  end
end

-- Shows an error as a line, else does something with the result.
local function checked(handler)
  return function(err, result)
    if err then
      vim.notify('enit: ' .. err.message, vim.log.levels.WARN)
    elseif result then
      handler(result)
    end
  end
end

-- Fetches the text of a document into its buffer.
local function fill(bufnr)
  local uri = vim.api.nvim_buf_get_name(bufnr)
  local client = vim.lsp.get_client_by_id(makers[uri] or 0) or clients()[1]
  if not client then
    return
  end
  makers[uri] = client.id
  request(
    client,
    'enit/textDocumentContent',
    { uri = uri },
    checked(function(result)
      if vim.api.nvim_buf_is_loaded(bufnr) then
        vim.bo[bufnr].modifiable = true
        vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, vim.split(result.text:gsub('\n$', ''), '\n'))
        vim.bo[bufnr].modifiable = false
        vim.bo[bufnr].modified = false
      end
    end)
  )
end

local function read(event)
  vim.bo[event.buf].buftype = 'nofile'
  vim.bo[event.buf].swapfile = false
  vim.bo[event.buf].syntax = 'enit'
  fill(event.buf)
end

--- What to do when the server says that a document of its own has changed.
M.handlers = {
  ['enit/textDocumentContent/refresh'] = function(_, params)
    local bufnr = fn.bufnr('^' .. fn.escape(params.uri, '\\[]*?{},') .. '$')
    if bufnr > 0 and vim.api.nvim_buf_is_loaded(bufnr) then
      fill(bufnr)
    end
  end,
}

--- Opens what is in force in the release of a buffer's file, in a window beside it.
function M.show_effective(bufnr)
  local file = vim.uri_from_bufnr(bufnr)
  for _, client in ipairs(clients()) do
    if vim.lsp.buf_is_attached(bufnr, client.id) then
      request(
        client,
        'workspace/executeCommand',
        { command = 'enit.showEffective', arguments = { file, false } },
        checked(function(result)
          makers[result.uri] = client.id
          vim.cmd('vsplit ' .. fn.fnameescape(result.uri))
        end)
      )
    end
  end
end

--- Makes the documents known: the command :EnitEffective in a buffer, and how a
--- buffer that is named by the URI of one gets its text.
function M.documents(bufnr)
  local group = vim.api.nvim_create_augroup('enit', { clear = true })
  vim.api.nvim_create_autocmd('BufReadCmd', { group = group, pattern = 'enit:///*', callback = read })
  vim.api.nvim_buf_create_user_command(bufnr, 'EnitEffective', function()
    M.show_effective(bufnr)
  end, { desc = 'What is in force in this release' })
end

return M
