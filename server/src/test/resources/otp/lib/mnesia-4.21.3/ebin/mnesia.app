{application, mnesia, [
    {description, "MNESIA  CXC 138 12"},
    {vsn, "4.21.3"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, []},
    {mod, {mnesia_sup, []}}
]}.
