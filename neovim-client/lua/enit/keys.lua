-- The key mappings of a buffer of enit. Mappings of the user take precedence, whether they
-- were made before or are made later.
local M = {}

local function keys()
  return {
    { 'K', vim.lsp.buf.hover, 'explain' },
    -- The default mappings of Neovim 0.11 and 0.12.
    { 'gra', vim.lsp.buf.code_action, 'fix' },
    { 'grn', vim.lsp.buf.rename, 'rename' },
    { 'grr', vim.lsp.buf.references, 'references' },
    { 'gO', vim.lsp.buf.document_symbol, 'outline' },
    { 'grx', vim.lsp.codelens.run, 'run a code lens' },
  }
end

-- Returns whether the keys, a prefix of them or a longer sequence are mapped: the mapping
-- would delay that.
local function is_mapped(lhs)
  return vim.fn.mapcheck(lhs, 'n') ~= ''
end

-- As in Neovim 0.10 and later: `K` runs 'keywordprg' where the user has set it.
local function is_taken(lhs)
  return is_mapped(lhs) or (lhs == 'K' and (vim.bo.keywordprg ~= '' or vim.go.keywordprg ~= ':Man'))
end

-- Returns whether a global mapping was made since, which that of the buffer hides.
local function is_mapped_globally(lhs)
  for _, mapping in ipairs(vim.api.nvim_get_keymap('n')) do
    if mapping.lhs == lhs then
      return true
    end
  end
  return false
end

-- Removes the mapping of the buffer, and types the keys again.
local function give_way(lhs)
  vim.keymap.del('n', lhs, { buffer = true })
  local count = vim.v.count > 0 and vim.v.count or ''
  vim.api.nvim_feedkeys(count .. lhs, 'm', false)
end

--- Sets the keys of a buffer with an attached client.
---@param bufnr integer
function M.attached(bufnr)
  vim.api.nvim_buf_call(bufnr, function()
    for _, key in ipairs(keys()) do
      local lhs, call, text = key[1], key[2], key[3]
      if not is_taken(lhs) then
        vim.keymap.set('n', lhs, function()
          if is_mapped_globally(lhs) then
            give_way(lhs)
          else
            call()
          end
        end, { buffer = bufnr, desc = 'enit: ' .. text })
      end
    end
  end)
end

return M
