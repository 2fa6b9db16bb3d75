{application, sasl, [
    {description, "SASL  CXC 138 11"},
    {vsn, "4.2.2"},
    {applications, [kernel, stdlib]},
    {mod, {sasl, []}},
    {env, []}
]}.
