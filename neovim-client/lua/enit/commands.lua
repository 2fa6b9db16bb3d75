-- The command :Enit; see :help :Enit.
local actions = require('enit.actions')
local lsp = require('enit.lsp')
local releases = require('enit.releases')
local server = require('enit.server')

local M = {}

local function page(name)
  return function(target)
    actions.show(target.client, name, target.uri, target.modifiers)
  end
end

local function action(name)
  return function(target)
    local wishes = { confirmed = target.bang or nil, force = target.force or nil }
    local arguments = { target.uri }
    if next(wishes) then
      arguments[2] = wishes
    end
    actions.run(target.client, name, arguments)
  end
end

-- The subcommands that act on a release.
local with_release = {
  status = page('enit.showStatus'),
  plan = page('enit.showPlan'),
  effective = page('enit.showEffective'),
  report = page('enit.showReport'),
  start = action('enit.start'),
  stop = action('enit.stop'),
  restart = action('enit.restart'),
  reconfigure = action('enit.reconfigure'),
  connect = action('enit.connect'),
  diff = function(target)
    actions.diff(target.client, target.uri)
  end,
  log = function(target)
    actions.log(target.client, target.uri, target.modifiers)
  end,
  remsh = function(target)
    actions.shell(target.client, target.uri, target.modifiers)
  end,
}

-- The subcommands without a release.
local without = {
  cancel = function()
    local target = releases.of_buffer(0)
    actions.cancel(target and target.client)
  end,
  releases = function(given)
    server.with_clients(function()
      require('enit.list').open(given.mods)
    end)
  end,
}

local function subcommands()
  local names = vim.list_extend(vim.tbl_keys(with_release), vim.tbl_keys(without))
  table.sort(names)
  return names
end

local function names()
  return vim.tbl_map(function(release)
    return release.name
  end, releases.all())
end

-- Asks the user for one of several releases of the same name, in several trees.
local function one_of(found, call)
  if #found == 1 then
    return call(found[1])
  end
  vim.ui.select(found, {
    prompt = 'Which one?',
    format_item = function(release)
      return ('%s, node %s'):format(vim.uri_to_fname(release.uri), release.node)
    end,
  }, function(release)
    if release then
      call(release)
    end
  end)
end

local function named(name, call)
  local found = vim.tbl_filter(function(release)
    return not name or release.name == name
  end, releases.all())
  if #found == 0 then
    lsp.say(name and ('no release `%s`'):format(name) or 'no release is known', vim.log.levels.WARN)
  elseif not name and #found > 1 then
    lsp.say('which release? Name one of ' .. table.concat(names(), ', '), vim.log.levels.WARN)
  else
    one_of(found, call)
  end
end

-- Runs it with the client of the release's workspace, and with no other.
local function with_client_of(target, call)
  server.with_client_of(target.root, function(client)
    call({ uri = target.uri, client = client })
  end)
end

-- Returns the release of that name, else that of the line in the list
-- of releases, that of the buffer, or the only one there is.
local function with_target(name, call)
  local target = require('enit.list').selected() or releases.of_buffer(0)
  if not target then
    server.with_clients(function()
      named(name, call)
    end)
  elseif name then
    -- A release of that name in this workspace is not passed over.
    server.with_client_of(target.root, function()
      named(name, call)
    end)
  elseif target.client and vim.lsp.get_client_by_id(target.client.id) then
    call(target)
  else
    with_client_of(target, call)
  end
end

local function parsed(given)
  local words = vim.tbl_filter(function(word)
    return word ~= '--force'
  end, given.fargs)
  return words[1], words[2], #words < #given.fargs
end

--- Runs :Enit; takes the table of nvim_create_user_command.
---@param given { fargs: string[], bang: boolean, mods: string }
function M.run(given)
  local name, release, force = parsed(given)
  if without[name] then
    without[name](given)
  elseif with_release[name] then
    with_target(release, function(target)
      with_release[name]({
        uri = target.uri,
        client = target.client,
        bang = given.bang,
        force = force,
        modifiers = given.mods,
      })
    end)
  else
    lsp.say(('`%s` is none of %s'):format(name or '', table.concat(subcommands(), ', ')), vim.log.levels.ERROR)
  end
end

local function proposals(words)
  if #words == 1 then
    return subcommands()
  elseif not with_release[words[2]] then
    return {}
  end
  local all = #words == 2 and names() or {}
  if words[2] == 'reconfigure' then
    all[#all + 1] = '--force'
  end
  return all
end

--- Completes subcommands and the names of releases.
---@param lead string
---@param line string
---@param position integer
---@return string[]
function M.complete(lead, line, position)
  local words = vim.split(line:sub(1, position - #lead):gsub('^.-Enit!?', 'Enit'), '%s+', { trimempty = true })
  return vim.tbl_filter(function(proposal)
    return vim.startswith(proposal, lead)
  end, proposals(words))
end

return M
