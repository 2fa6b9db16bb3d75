{application, kernel, [
    {description, "ERTS  CXC 138 10"},
    {vsn, "8.5"},
    {modules, []},
    {registered, []},
    {applications, []},
    {env, [
        {net_ticktime, 60},
        {net_tickintensity, 4},
        {start_timer, false},
        {logger_level, notice},
        {logger_sasl_compatible, false},
        {shell_docs_ansi, auto},
        {net_setuptime, 7}
    ]},
    {mod, {kernel, []}}
]}.
