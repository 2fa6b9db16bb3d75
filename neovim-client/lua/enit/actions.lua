-- The actions on a release. The server runs them, asks for confirmation, and
-- reports the result.
local files = require('enit.files')
local lsp = require('enit.lsp')
local options = require('enit.options')
local pages = require('enit.pages')

local M = {}

-- The server commands that show a page.
local shows = {
  ['enit.showEffective'] = true,
  ['enit.showPlan'] = true,
  ['enit.showStatus'] = true,
  ['enit.showReport'] = true,
}

local actions = { 'enit.connect', 'enit.start', 'enit.stop', 'enit.restart', 'enit.reconfigure', 'enit.takeOver' }

-- Pending requests, by client and id.
local waiting = {}

---@class enit.Outcome
---@field command string
---@field outcome string
---@field text string

--- The result of the last action: its command, `outcome` and `text`.
---@type enit.Outcome?
M.last = nil

local function execute(client, command, arguments, handler)
  local params = { command = command, arguments = arguments }
  return lsp.request(client, 'workspace/executeCommand', params, handler)
end

--- Shows a page of the release of a file; `modifiers` are those of a command.
---@param client vim.lsp.Client
---@param command string
---@param uri string
---@param modifiers? string of the command, such as `tab` or `vertical`
function M.show(client, command, uri, modifiers)
  execute(
    client,
    command,
    { uri, false },
    lsp.checked(function(result)
      pages.open(client, result.uri, modifiers)
    end)
  )
end

--- Shows the diff between the running configuration and the files.
---@param client vim.lsp.Client
---@param uri string
function M.diff(client, uri)
  execute(
    client,
    'enit.showPlan',
    { uri, false },
    lsp.checked(function(result)
      pages.diff(client, result.uri)
    end)
  )
end

--- Runs a command of the server. The server reports the outcome; an error is reported here.
---@param client vim.lsp.Client
---@param command string
---@param arguments table the URI, and the options of the command
function M.run(client, command, arguments)
  local request = {}
  request.client = client
  request.uri = arguments[1]
  request.command = command
  request.id = execute(client, command, arguments, function(err, result)
    waiting[request] = nil
    local answer = result and result ~= vim.NIL and result or {}
    M.last = {
      command = command,
      outcome = err and 'failed' or answer.outcome or 'done',
      text = err and err.message or answer.text or '',
    }
    lsp.checked(function() end)(err, result)
    lsp.event('EnitAction')
  end)
  waiting[request] = request.id and true or nil
end

-- Returns the pending requests, of a client or of all.
local function unanswered(only)
  return vim.tbl_filter(function(request)
    return not only or request.client.id == only.id
  end, vim.tbl_keys(waiting))
end

--- Cancels the running actions of a client, or of all clients where none is given.
---@param only? vim.lsp.Client
function M.cancel(only)
  if require('enit.progress').cancel(only) > 0 then
    return
  end
  local requests = unanswered(only)
  if #requests == 0 then
    lsp.say(only and next(waiting) and 'no action runs in this workspace' or 'no action runs')
  end
  for _, request in ipairs(requests) do
    lsp.cancel(request.client, request.id)
    waiting[request] = nil
  end
end

--- Returns the name of the release that a client runs an action on, or nil.
---@param client_id integer
---@return string?
function M.busy(client_id)
  for request in pairs(waiting) do
    if request.client.id == client_id then
      return vim.fn.fnamemodify(vim.uri_to_fname(request.uri), ':h:t')
    end
  end
end

--- Forgets the pending requests of a client that has ended.
---@param client_id integer
function M.ended(client_id)
  for _, request in ipairs(vim.tbl_keys(waiting)) do
    if request.client.id == client_id then
      waiting[request] = nil
      M.last = { command = request.command, outcome = 'failed', text = 'the server has ended' }
      lsp.event('EnitAction')
    end
  end
end

--- The handlers of the server commands in code lenses and fixes.
---@return table<string, fun(command: lsp.Command, context: lsp.HandlerContext)>
function M.of_lenses()
  local commands = {}
  local function add(name, run)
    commands[name] = function(command, context)
      local client = vim.lsp.get_client_by_id(context.client_id)
      require('enit.lenses').again(client, context.bufnr)
      run(client, name, command.arguments)
    end
  end
  for name in pairs(shows) do
    add(name, function(client, _, arguments)
      M.show(client, name, arguments[1])
    end)
  end
  for _, name in ipairs(actions) do
    add(name, M.run)
  end
  return commands
end

--- Opens the end of the log of a node that was started in the background.
---@param client vim.lsp.Client
---@param uri string
---@param modifiers string
function M.log(client, uri, modifiers)
  lsp.request(
    client,
    'enit/release',
    { uri = uri },
    lsp.checked(function(release)
      if not release.log then
        lsp.say(('`%s` has no log'):format(release.name))
        return
      end
      local file = vim.fn.fnameescape(vim.uri_to_fname(release.log))
      vim.cmd(('%s sview %s'):format(modifiers ~= '' and modifiers or 'botright', file))
      vim.bo.autoread = true
      vim.cmd('normal! G')
    end)
  )
end

local function open_shell(uri, modifiers)
  local settings = options.get().settings
  local arguments = { 'remsh' }
  for option, value in pairs({ ['--config-dir'] = settings.configDir, ['--otp'] = settings.otp }) do
    vim.list_extend(arguments, { option, value })
  end
  for _, dir in ipairs(settings.libDirs or {}) do
    vim.list_extend(arguments, { '--lib-dir', dir })
  end
  local command = options.program(vim.list_extend(arguments, { vim.uri_to_fname(uri) }))
  vim.cmd((modifiers ~= '' and modifiers or 'botright') .. ' new')
  vim.fn.termopen(command, { cwd = files.root(vim.uri_to_fname(uri)) })
  vim.cmd('startinsert')
end

--- Opens a remote shell of the node in a terminal, where the server trusts the release.
---@param client vim.lsp.Client
---@param uri string
---@param modifiers string
function M.shell(client, uri, modifiers)
  lsp.request(
    client,
    'enit/release',
    { uri = uri },
    lsp.checked(function(release)
      if options.trusted(lsp.root(client)) and release.state.kind ~= 'untrusted' then
        open_shell(uri, modifiers)
      else
        lsp.say(('cannot open a shell of `%s`: %s'):format(release.name, release.state.text), vim.log.levels.WARN)
      end
    end)
  )
end

return M
