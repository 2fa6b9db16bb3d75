-- :checkhealth enit
local files = require('enit.files')
local lsp = require('enit.lsp')
local options = require('enit.options')

local M = {}

local health = vim.health or require('health')

-- Since Neovim 0.10 the functions have shorter names.
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local info = health.info or health.report_info
local warn = health.warn or health.report_warn
local bad = health.error or health.report_error

-- Returns the output of a command of the program, or nil and its error message.
local function output(...)
  local text = vim.fn.system(options.program({ ... }))
  if vim.v.shell_error == 0 then
    return text
  end
  return nil, vim.trim(text)
end

local function decoded(...)
  local text, problem = output(...)
  local fine, value = pcall(vim.fn.json_decode, text or '')
  return fine and text and value or nil, problem
end

local function check_editor()
  start('Neovim')
  local version = vim.version()
  ok(('%d.%d.%d'):format(version.major, version.minor, version.patch))
  for name, there in pairs({
    ['inlay hints'] = vim.lsp.inlay_hint ~= nil,
    ['semantic tokens'] = vim.lsp.semantic_tokens ~= nil,
  }) do
    if there then
      ok(name .. ' are shown')
    else
      info(name .. ' are for later versions of Neovim')
    end
  end
end

-- Returns whether there is a program to check further.
local function check_program()
  start('The program')
  local name = options.command()[1]
  if vim.fn.executable(name) == 0 then
    bad(('`%s` cannot be started'):format(name), {
      'Put `enit` on the PATH, or',
      "name it: require('enit').setup({ cmd = { '/path/to/enit', 'lsp' } }), or",
      'set the environment variable ENIT to it.',
    })
    return false
  end
  local version, problem = output('-v')
  if not version then
    bad(('`%s -v` fails: %s'):format(name, problem))
    return false
  end
  ok(('%s, %s'):format(vim.trim(version), vim.fn.exepath(name)))
  return true
end

local function check_otp()
  start('Erlang/OTP')
  local apps, problem = decoded('apps', '--format', 'json')
  if not apps then
    bad('not found: ' .. (problem or 'no answer'), {
      'Put `erl` on the PATH, or set ENIT_OTP, or the setting `otp`.',
      'Without it names of applications are not checked, and nothing can be started.',
    })
  elseif type(apps.otp) ~= 'table' then
    warn('no Erlang/OTP was found; names of applications are not checked')
  else
    ok(('OTP %s in %s, %d applications'):format(apps.otp.version, apps.otp.root, #apps.applications))
  end
end

local function check_releases()
  start('Releases')
  local cwd = vim.fn.getcwd()
  info('working directory: ' .. cwd)
  info('its workspace: ' .. (files.root(cwd .. '/x') or 'none; the releases of this host'))
  local clients = lsp.clients()
  if #clients == 0 then
    info('no server runs: it starts with the first file of a release, or with `:Enit releases`')
  end
  for _, client in ipairs(clients) do
    local root = lsp.root(client)
    ok(('a server runs for %s'):format(root or 'this host'))
    if options.trusted(root) then
      ok('the workspace is trusted: nodes are followed, and may be started and stopped')
    else
      warn('the workspace is not trusted: nothing is started, stopped or connected to')
    end
  end
  for _, release in ipairs(require('enit.releases').all()) do
    info(('%s: %s, %s'):format(release.name, release.state.text or release.state.kind, vim.uri_to_fname(release.uri)))
  end
end

function M.check()
  check_editor()
  if check_program() then
    check_otp()
    check_releases()
  end
end

return M
