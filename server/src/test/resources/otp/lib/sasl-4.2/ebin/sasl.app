{application, sasl, [
    {description, "SASL  CXC 138 11"},
    {vsn, "4.2"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, []},
    {mod, {sasl, []}}
]}.
