{application, extra, [
    {description, "What a host adds"},
    {vsn, "1.0"},
    {applications, [kernel, stdlib, shop]},
    {mod, {extra_app, []}},
    {env, [{port, 4000}]}
]}.
