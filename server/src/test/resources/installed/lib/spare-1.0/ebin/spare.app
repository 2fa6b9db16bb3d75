{application, spare, [
    {description, "Nothing needs it"},
    {vsn, "1.0"},
    {applications, [kernel, stdlib]},
    {env, [{size, 1}]}
]}.
