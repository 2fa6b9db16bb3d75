{application, stock, [
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib, no_such_dependency]}
]}.
