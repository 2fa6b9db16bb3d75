-- The keys of a buffer of enit. What the user has mapped stays, whether it was mapped
-- before or is mapped later.
local M = {}

local function keys()
  return {
    { 'K', vim.lsp.buf.hover, 'explain' },
    -- What Neovim 0.11 and 0.12 have anyway.
    { 'gra', vim.lsp.buf.code_action, 'fix' },
    { 'grn', vim.lsp.buf.rename, 'rename' },
    { 'grr', vim.lsp.buf.references, 'references' },
    { 'gO', vim.lsp.buf.document_symbol, 'outline' },
    { 'grx', vim.lsp.codelens.run, 'run a code lens' },
  }
end

-- Whether something is mapped to the keys, or to what they begin with or go on to: they
-- would hold that up.
local function is_mapped(lhs)
  return vim.fn.mapcheck(lhs, 'n') ~= ''
end

-- As Neovim 0.10 and later have it: `K` is the user's where he has set a program for it.
local function is_taken(lhs)
  return is_mapped(lhs) or (lhs == 'K' and (vim.bo.keywordprg ~= '' or vim.go.keywordprg ~= ':Man'))
end

-- Whether a global mapping has come since, which that of the buffer hides.
local function is_mapped_globally(lhs)
  for _, mapping in ipairs(vim.api.nvim_get_keymap('n')) do
    if mapping.lhs == lhs then
      return true
    end
  end
  return false
end

-- Takes the mapping of the buffer away, and types the keys again.
local function give_way(lhs)
  vim.keymap.del('n', lhs, { buffer = true })
  local count = vim.v.count > 0 and vim.v.count or ''
  vim.api.nvim_feedkeys(count .. lhs, 'm', false)
end

--- Sets the keys of a buffer that a client looks after.
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
