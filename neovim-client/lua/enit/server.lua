-- The configuration and the start of the server. lsp/enit.lua passes the same table to
-- Neovim 0.11 and later; see enit.attach for older ones.
local files = require('enit.files')
local lsp = require('enit.lsp')
local options = require('enit.options')

local M = {}

--- Returns whether the program can be started; shows an error where it cannot.
---@return boolean
function M.installed()
  local program = options.command()[1]
  if vim.fn.executable(program) == 1 then
    return true
  end
  vim.notify_once(
    ('`%s` is not an executable program: put enit on the PATH or name it in $ENIT'):format(program),
    vim.log.levels.WARN
  )
  return false
end

-- The capabilities of this plugin, and those that not every version of Neovim states.
local function capabilities()
  local all = vim.lsp.protocol.make_client_capabilities()
  return vim.tbl_deep_extend('force', all, {
    workspace = { codeLens = { refreshSupport = true }, configuration = true },
    window = { workDoneProgress = true, showDocument = { support = true } },
    -- Pages, errors of commands and messages with one action are shown as they are meant.
    experimental = { enit = true },
  })
end

-- Trust is no setting: it takes precedence over the settings of a workspace.
local function with_trust(settings, is_trusted)
  local enit = type(settings) == 'table' and settings or {}
  return vim.tbl_extend('force', enit, { trusted = is_trusted })
end

local function answer_configuration(err, params, context)
  local values = vim.lsp.handlers['workspace/configuration'](err, params, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  for i, item in ipairs(params.items or {}) do
    if item.section == 'enit' then
      values[i] = with_trust(values[i], client ~= nil and options.trusted(lsp.root(client)))
    end
  end
  return values
end

local function before_init(params, config)
  local settings = config.settings and config.settings.enit
  params.initializationOptions = with_trust(settings, options.trusted(config.root_dir))
end

local function handlers()
  return vim.tbl_extend(
    'error',
    {
      ['workspace/configuration'] = answer_configuration,
    },
    require('enit.pages').handlers,
    require('enit.messages').handlers,
    require('enit.progress').handlers,
    require('enit.releases').handlers,
    require('enit.lenses').handlers
  )
end

-- Each workspace has a separate server: trust belongs to the workspace.
local function is_of_same_root(client, config)
  local is_stopped = vim.fn.has('nvim-0.11') == 1 and client:is_stopped()
  return client.name == config.name and lsp.root(client) == config.root_dir and not is_stopped
end

--- Returns the table for vim.lsp.config.
---@return vim.lsp.ClientConfig
function M.config()
  return {
    name = 'enit',
    cmd = options.command(),
    filetypes = { 'enit' },
    -- In place of root_markers, which cannot tell the files of this host from
    -- those of a tree in a repository.
    root_dir = function(bufnr, on_dir)
      on_dir(files.root(vim.api.nvim_buf_get_name(bufnr)))
    end,
    settings = { enit = options.get().settings },
    capabilities = capabilities(),
    before_init = before_init,
    handlers = handlers(),
    commands = require('enit.actions').of_lenses(),
    on_exit = require('enit.restarts').ended,
    reuse_client = is_of_same_root,
    -- Later versions have LspAttach, which does not replace the user's on_attach.
    on_attach = vim.fn.has('nvim-0.8') == 0 and M.attached or nil,
  }
end

-- Sets the buffer options that later versions set by themselves; the user's values stay.
local function as_later_versions(client, bufnr)
  local function set(option, value)
    if vim.bo[bufnr][option] == '' then
      vim.bo[bufnr][option] = value
    end
  end
  set('omnifunc', 'v:lua.vim.lsp.omnifunc')
  if vim.fn.has('nvim-0.8') == 0 then
    set('tagfunc', 'v:lua.vim.lsp.tagfunc')
    set('formatexpr', 'v:lua.vim.lsp.formatexpr()')
  end
  -- Only then do proposals fill in placeholders and change other lines.
  if vim.lsp.completion and vim.lsp.completion.enable then
    vim.lsp.completion.enable(true, client.id, bufnr)
  end
end

--- Sets up a buffer that a client is attached to.
---@param client vim.lsp.Client
---@param bufnr integer
function M.attached(client, bufnr)
  as_later_versions(client, bufnr)
  if options.get().keymaps then
    require('enit.keys').attached(bufnr)
  end
  if options.get().inlay_hints and vim.lsp.inlay_hint then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
  require('enit.lenses').attached(client, bufnr)
  require('enit.releases').follow(client, bufnr)
  require('enit.pages').adopt(client)
end

-- Client ids by root. Before 0.11 Neovim does not list clients that are starting, nor
-- reuses a client without a buffer.
local started = {}

-- Neovim 0.7 has no vim.lsp.start.
local function start_once(config, bufnr)
  local key = config.root_dir or ''
  local id = started[key]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    started[key] = id
  end
  if id and bufnr then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

-- Starts the client of a workspace for a buffer, or for none, or reuses the running one.
local function start(root, bufnr)
  if vim.lsp.config then
    local config = vim.deepcopy(vim.lsp.config.enit)
    config.root_dir = root
    vim.lsp.start(config, { bufnr = bufnr, attach = bufnr ~= nil, reuse_client = is_of_same_root })
  else
    local config = M.config()
    config.root_dir = root
    start_once(config, bufnr)
  end
end

--- Starts the server for a buffer, or reuses the one that runs for its root.
---@param bufnr integer
function M.attach(bufnr)
  if M.installed() then
    start(files.root(vim.api.nvim_buf_get_name(bufnr)), bufnr)
  end
end

-- The time limit of `initialize`, in milliseconds. Neovim 0.7 has no event for it.
local TO_START = 10000
local AGAIN = 20

local function complain()
  lsp.say('the server does not answer; see :checkhealth enit', vim.log.levels.ERROR)
end

--- Starts the server of a workspace without waiting for it, and gives it its pages.
---@param root? string nil for the files of this host
function M.start_for(root)
  if not M.installed() then
    return
  end
  start(root)
  local left = TO_START / AGAIN
  local function look()
    local client = lsp.of_root(root)
    left = left - 1
    if client then
      require('enit.pages').adopt(client)
    elseif left > 0 then
      vim.defer_fn(look, AGAIN)
    else
      complain()
    end
  end
  look()
end

--- Calls a function with the client of the workspace with this root, started if needed.
---@param root? string nil for the files of this host
---@param call fun(client: vim.lsp.Client)
function M.with_client_of(root, call)
  if not lsp.of_root(root) then
    if not M.installed() then
      return
    end
    start(root)
    vim.wait(TO_START, function()
      return lsp.of_root(root) ~= nil
    end, AGAIN)
  end
  local client = lsp.of_root(root)
  if client then
    require('enit.pages').adopt(client)
    call(client)
  else
    complain()
  end
end

--- Calls a function once clients run. Where none does, starts one for the working directory
--- if that is a workspace, else for the releases of this host.
---@param call fun()
function M.with_clients(call)
  if #lsp.clients() > 0 then
    call()
  else
    M.with_client_of(files.root(vim.fn.getcwd() .. '/x'), function()
      call()
    end)
  end
end

return M
