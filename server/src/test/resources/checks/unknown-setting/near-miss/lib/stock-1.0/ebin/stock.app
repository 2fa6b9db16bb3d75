{application, stock, [
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]}
]}.
