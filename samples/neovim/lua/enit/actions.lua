-- What can be done with a release. The server does it, asks before it does, and
-- tells what came of it.
local files = require('enit.files')
local lsp = require('enit.lsp')
local options = require('enit.options')
local pages = require('enit.pages')

local M = {}

-- The commands of the server that show a page.
local shows = {
  ['enit.showEffective'] = true,
  ['enit.showPlan'] = true,
  ['enit.showStatus'] = true,
  ['enit.showReport'] = true,
}

local actions =
  { 'enit.connect', 'enit.start', 'enit.stop', 'enit.restart', 'enit.reconfigure', 'enit.takeOver' }

-- Requests that have not been answered, by client and id.
local waiting = {}

--- What came of the last action: its command, `outcome` and `text`.
M.last = nil

local function execute(client, command, arguments, handler)
  local params = { command = command, arguments = arguments }
  return lsp.request(client, 'workspace/executeCommand', params, handler)
end

--- Shows a page of the release of a file; `modifiers` are those of a command.
function M.show(client, command, uri, modifiers)
  execute(client, command, { uri, false }, lsp.checked(function(result)
    pages.open(client, result.uri, modifiers)
  end))
end

--- Shows what the node has beside what it would have.
function M.diff(client, uri)
  execute(client, 'enit.showPlan', { uri, false }, lsp.checked(function(result)
    pages.diff(client, result.uri)
  end))
end

--- Has the server do something. The server tells the outcome; an error is told here.
function M.run(client, command, arguments)
  local request = {}
  request.client = client
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

--- Stops what the server is doing, where that is possible.
function M.cancel()
  if require('enit.progress').cancel() > 0 then
    return
  end
  local request = next(waiting)
  if not request then
    lsp.say('nothing is being done')
  end
  for other in pairs(waiting) do
    lsp.cancel(other.client, other.id)
  end
  waiting = {}
end

--- The commands of the server that lenses and fixes have, as Neovim runs them.
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

--- Opens what the node wrote, where it was started in the background: its end.
function M.log(client, uri, modifiers)
  lsp.request(client, 'enit/release', { uri = uri }, lsp.checked(function(release)
    if not release.log then
      lsp.say(('there is no log of `%s`'):format(release.name))
      return
    end
    local file = vim.fn.fnameescape(vim.uri_to_fname(release.log))
    vim.cmd(('%s sview %s'):format(modifiers ~= '' and modifiers or 'botright', file))
    vim.bo.autoread = true
    vim.cmd('normal! G')
  end))
end

--- Opens a remote shell of the node in a terminal.
function M.shell(client, uri, modifiers)
  if not options.trusted(client.config.root_dir) then
    lsp.say('this workspace is not trusted: no shell is opened', vim.log.levels.WARN)
    return
  end
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

return M
