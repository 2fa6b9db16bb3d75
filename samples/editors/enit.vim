" enit in Vim, with ALE (https://github.com/dense-analysis/ale, Debian: vim-ale).
"
" Source it from the vimrc:  source …/samples/editors/enit.vim
" Diagnostics show by themselves, :ALEHover explains, :ALECodeAction offers fixes,
" :ALEGoToDefinition goes to the value in force, :ALERename renames. Completion:
" CTRL-X CTRL-O. `:!enit …` does the rest: ALE shows no code lenses, and no questions
" of a server: a code action that would ask does nothing and says why.

" release.enit, and *.config files in var/lib/enit/NAME and etc/enit/NAME only.
augroup enit
  autocmd!
  autocmd BufRead,BufNewFile release.enit,enit.config setfiletype enit
  autocmd BufRead,BufNewFile */var/lib/enit/*/*.config,*/etc/enit/*/*.config setfiletype enit
  autocmd FileType enit setlocal commentstring=%%\ %s comments=:%%,:% expandtab shiftwidth=4
  autocmd FileType enit setlocal omnifunc=ale#completion#OmniFunc
  autocmd Syntax enit runtime! syntax/erlang.vim
augroup END

" The outcome of a code action is a message; ALE shows errors alone unless told.
let g:ale_lsp_show_message_severity = get(g:, 'ale_lsp_show_message_severity', 'information')

" The root is the folder with an enit.config, that of a tree, or the repository.
function! s:Root(buffer) abort
  let l:path = fnamemodify(bufname(a:buffer), ':p')
  let l:config = findfile('enit.config', escape(fnamemodify(l:path, ':h'), ' ,;') . ';')
  if !empty(l:config)
    return fnamemodify(l:config, ':p:h')
  endif
  let l:tree = matchstr(l:path, '^.\+\ze/\(var/lib\|etc\)/enit/[^/]\+/[^/]\+$')
  return empty(l:tree) ? fnamemodify(l:path, ':h') : l:tree
endfunction

call ale#linter#Define('enit', {
\   'name': 'enit',
\   'lsp': 'stdio',
\   'executable': 'enit',
\   'command': '%e lsp',
\   'project_root': function('s:Root'),
\})
