-- The files of enit, and the roots of their workspaces. All paths are absolute,
-- with slashes.
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

-- Returns whether the file is in `DIR/RELEASE/` of this host.
local function on_this_host(path)
  return vim.tbl_contains(host_dirs(), fn.fnamemodify(path, ':h:h'))
end

-- Returns the folder P of P/var/lib/enit/RELEASE/FILE or P/etc/enit/RELEASE/FILE:
-- users keep the trees of their hosts in a repository.
local function tree(path)
  local dir = fn.fnamemodify(path, ':h:h')
  return dir:match('^(.+)/var/lib/enit$') or dir:match('^(.+)/etc/enit$')
end

-- Returns the nearest folder above the file that has an entry of this name, or nil.
local function above(path, name)
  local from = fn.escape(fn.fnamemodify(path, ':h'), ' ,;') .. ';'
  local found = fn.findfile(name, from)
  found = found ~= '' and found or fn.finddir(name, from)
  return found ~= '' and fn.fnamemodify(found, ':p'):gsub('/+$', ''):match('^(.*)/') or nil
end

--- Returns whether the file belongs to enit: release.enit, enit.config, and every
--- *.config that is a layer of some release. Other *.config files are not ours.
---@param path string
---@return boolean
function M.is_ours(path)
  local name = fn.fnamemodify(path, ':t')
  if name == 'release.enit' or name == 'enit.config' then
    return true
  end
  return name:match('%.config$') ~= nil
    and (on_this_host(path) or tree(path) ~= nil or fn.filereadable(fn.fnamemodify(path, ':h') .. '/release.enit') == 1)
end

-- Returns the folder of the release, for a file outside of a tree.
local function alone(path)
  local folder = fn.fnamemodify(path, ':h')
  return fn.filereadable(folder .. '/release.enit') == 1 and folder or nil
end

--- Returns the root of the workspace that the file belongs to. None for the files of
--- this host: they are in two folders, and the server knows them without being
--- configured. Else the folder with an enit.config, that of the tree, the repository, or
--- the folder of the release. The server acts on nothing outside it.
---@param path string
---@return string?
function M.root(path)
  if on_this_host(path) then
    return nil
  end
  return above(path, 'enit.config') or tree(path) or above(path, '.git') or alone(path)
end

--- Returns the URI of the release.enit that a page of the server belongs to.
---@param page string the URI of a page
---@return string
function M.specification(page)
  return 'file://' .. page:match('^enit://(/.*)/[^/]*$') .. '/release.enit'
end

return M
