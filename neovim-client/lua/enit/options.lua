-- The options of the plugin; see :help enit-setup.
local M = {}

---@class enit.Options
---@field cmd? string[]
---@field trusted? boolean|fun(root?: string): boolean
---@field settings? table
---@field code_lenses? boolean
---@field inlay_hints? boolean
---@field keymaps? boolean
local options = {
  -- The command of the server, a list; by default that of $ENIT, else `enit lsp`.
  cmd = nil,
  -- Whether something may be started, stopped or connected to: a boolean, or a
  -- function from the root of a workspace (nil for the files of this host) to one.
  trusted = true,
  -- The settings of the server, those of the section `enit`.
  settings = {},
  code_lenses = true,
  inlay_hints = true,
  keymaps = true,
}

--- Returns the options in force.
---@return enit.Options
function M.get()
  return options
end

--- Sets the given options. An unknown option is an error.
---@param given? enit.Options
function M.set(given)
  for name in pairs(given or {}) do
    if options[name] == nil and name ~= 'cmd' then
      error(('enit: unknown option `%s`; see :help enit-setup'):format(name), 0)
    end
  end
  options = vim.tbl_deep_extend('force', options, given or {})
  -- Lists are taken as they are, not merged.
  options.cmd = given and given.cmd or options.cmd
end

--- Returns the command of the server. The variable ENIT names another program than
--- `enit`, with arguments if need be: its words are separated by white space.
---@return string[]
function M.command()
  if options.cmd then
    return vim.deepcopy(options.cmd)
  end
  local words = vim.split(vim.env.ENIT or '', '%s+', { trimempty = true })
  if #words == 0 then
    words = { 'enit' }
  end
  return vim.list_extend(words, { 'lsp' })
end

--- Returns a command line of the same program, such as `enit remsh relex`.
---@param arguments string[]
---@return string[]
function M.program(arguments)
  local command = M.command()
  for i, word in ipairs(command) do
    if word == 'lsp' then
      command = vim.list_slice(command, 1, i - 1)
      break
    end
  end
  return vim.list_extend(command, arguments)
end

--- Returns whether the workspace with this root is trusted; false where the function fails.
---@param root? string nil for the files of this host
---@return boolean
function M.trusted(root)
  if type(options.trusted) ~= 'function' then
    return options.trusted == true
  end
  local ok, answer = pcall(options.trusted, root)
  return ok and answer == true
end

return M
