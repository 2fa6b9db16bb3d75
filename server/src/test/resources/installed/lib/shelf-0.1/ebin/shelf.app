{application, shelf, [
    {description, "Where things are kept"},
    {vsn, "0.1"},
    {applications, [kernel, stdlib]},
    {env, []}
]}.
