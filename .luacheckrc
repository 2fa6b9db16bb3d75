std = 'luajit'
globals = { 'vim' }
