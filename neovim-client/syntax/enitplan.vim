" The plan of a reconfiguration, and reports of what was done: added, changed,
" removed, and the place of each value.
if exists('b:current_syntax')
  finish
endif
syntax match enitPlanAdded /^\s*+ .*/
syntax match enitPlanChanged /^\s*\~ .*/
syntax match enitPlanRemoved /^\s*- .*/
syntax match enitPlanApplication /^\l[0-9A-Za-z_@]*$/
highlight default link enitPlanAdded DiffAdd
highlight default link enitPlanChanged DiffChange
highlight default link enitPlanRemoved DiffDelete
highlight default link enitPlanApplication Identifier
let b:current_syntax = 'enitplan'
