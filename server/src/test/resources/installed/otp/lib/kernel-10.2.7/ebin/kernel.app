{application, kernel, [
    {description, "ERTS  CXC 138 10"},
    {vsn, "10.2.7"},
    {applications, []},
    {mod, {kernel, []}},
    {env, [{logger_level, notice}, {net_ticktime, 60}]}
]}.
