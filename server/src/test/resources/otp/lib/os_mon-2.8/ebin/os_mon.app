{application, os_mon, [
    {description, "CPO  CXC 138 46"},
    {vsn, "2.8"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib, sasl]},
    {env, [
        {start_cpu_sup, true},
        {start_disksup, true},
        {disk_almost_full_threshold, 0.8}
    ]},
    {mod, {os_mon, []}}
]}.
