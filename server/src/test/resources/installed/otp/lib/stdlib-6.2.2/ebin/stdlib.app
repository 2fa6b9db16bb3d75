{application, stdlib, [
    {description, "ERTS  CXC 138 10"},
    {vsn, "6.2.2"},
    {applications, [kernel]},
    {env, []}
]}.
