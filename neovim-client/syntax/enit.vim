" The files hold Erlang terms; Neovim's own highlighting of Erlang fits.
if !exists('b:current_syntax')
  runtime! syntax/erlang.vim
  let b:current_syntax = 'enit'
endif
