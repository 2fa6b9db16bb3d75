{application, stock, [
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {included_applications, [mnesia]},
    {applications, [kernel, stdlib, no_such_application]},
    {optional_applications, [no_such_application]}
]}.
