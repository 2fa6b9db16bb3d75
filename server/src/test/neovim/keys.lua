-- Tests that the user's mappings stay, made before the plugin or after it.
local h = require('harness')

-- Presses keys; returns what their mapping has noted.
local function press(keys)
  _G.pressed = {}
  vim.api.nvim_feedkeys(keys, 'mtx', false)
  return _G.pressed
end

h.step('what was mapped before the plugin stays', function()
  h.wait('a server', function()
    return #h.clients(0) > 0
  end)
  h.wait('the state of the release', function()
    return vim.b.enit_release
  end)
  h.equal({ 'K of all buffers' }, press('K'))
  h.equal({ 'gO of all buffers' }, press('gO'))
  h.equal({ 'grn by file type' }, press('grn'))
  h.equal({ 'grr of a server' }, press('grr'))
  h.equal('v:lua.mine', vim.bo.omnifunc)
end)

h.step('what is not mapped is there', function()
  h.equal(true, vim.fn.maparg('gra', 'n') ~= '')
  h.equal(true, vim.fn.maparg('grx', 'n') ~= '')
end)

h.step('what is mapped later counts', function()
  for _, keys in ipairs({ 'gra', 'grx' }) do
    vim.keymap.set('n', keys, function()
      table.insert(_G.pressed, keys .. ' ' .. vim.v.count1)
    end)
    h.equal({ keys .. ' 1' }, press(keys))
    h.equal({ keys .. ' 3' }, press('3' .. keys))
  end
  vim.keymap.set('n', 'grn', function()
    table.insert(_G.pressed, 'grn later')
  end, { buffer = true })
  h.equal({ 'grn later' }, press('grn'))
end)
