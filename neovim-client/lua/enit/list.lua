-- The list of releases: a buffer with a line for each, which follows their states.
local lsp = require('enit.lsp')
local releases = require('enit.releases')

local M = {}

local name = 'enit://releases'

-- The releases of the lines that are shown.
local shown = {}

-- Returns the folder of a release, which tells releases of one name apart.
local function folder(release)
  return vim.fn.fnamemodify(vim.uri_to_fname(release.uri), ':h:~')
end

local function cells(release)
  return {
    releases.mark(release.state) .. ' ' .. release.name,
    release.version or '',
    release.node or '',
    release.state.text or release.state.kind,
    folder(release),
  }
end

local function padded(text, width)
  return text .. (' '):rep(width - vim.fn.strdisplaywidth(text))
end

-- Returns lines with columns as wide as their content.
local function lines(all)
  local rows = vim.tbl_map(cells, all)
  local widths = {}
  for _, row in ipairs(rows) do
    for i, cell in ipairs(row) do
      widths[i] = math.max(widths[i] or 0, vim.fn.strdisplaywidth(cell))
    end
  end
  return vim.tbl_map(function(row)
    for i, cell in ipairs(row) do
      row[i] = padded(cell, widths[i])
    end
    return (table.concat(row, '  '):gsub('%s+$', ''))
  end, rows)
end

local function fill(bufnr)
  local all = releases.all()
  local text = #all > 0 and lines(all) or { 'No release is known.' }
  vim.bo[bufnr].modifiable = true
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, text)
  vim.bo[bufnr].modifiable = false
  shown = all
  return all
end

--- Returns the release of the line of the cursor, where the list is the current buffer.
---@return enit.Release?
function M.selected()
  if vim.api.nvim_buf_get_name(0) == name then
    return shown[vim.fn.line('.')]
  end
end

local function set_up(bufnr)
  vim.bo[bufnr].buftype = 'nofile'
  vim.bo[bufnr].swapfile = false
  vim.bo[bufnr].bufhidden = 'wipe'
  local function map(keys, call, text)
    vim.keymap.set('n', keys, call, { buffer = bufnr, nowait = true, desc = 'enit: ' .. text })
  end
  map('q', '<Cmd>close<CR>', 'close the list')
  map('s', '<Cmd>Enit status<CR>', 'the status of the release')
  map('p', '<Cmd>Enit plan<CR>', 'what reconfigure would do')
  map('<CR>', function()
    local release = M.selected()
    if release then
      vim.cmd('wincmd p')
      vim.cmd('edit ' .. vim.fn.fnameescape(vim.uri_to_fname(release.uri)))
    end
  end, 'open release.enit')
  vim.api.nvim_create_autocmd('User', {
    pattern = 'EnitReleases',
    group = vim.api.nvim_create_augroup('enit_list', { clear = true }),
    callback = function()
      if vim.api.nvim_buf_is_loaded(bufnr) then
        fill(bufnr)
      end
    end,
  })
end

--- Opens the list, or goes to it.
---@param modifiers string of the command, such as `tab` or `vertical`
function M.open(modifiers)
  local bufnr = vim.fn.bufnr('^' .. name .. '$')
  local window = bufnr > 0 and vim.fn.bufwinid(bufnr) or -1
  if window > 0 then
    vim.api.nvim_set_current_win(window)
    return
  end
  vim.cmd((modifiers ~= '' and modifiers or 'botright') .. ' new')
  bufnr = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_name(bufnr, name)
  set_up(bufnr)
  if #fill(bufnr) == 0 then
    lsp.say('no release is known; open a file of a release, or change to the folder of a tree')
  end
end

return M
