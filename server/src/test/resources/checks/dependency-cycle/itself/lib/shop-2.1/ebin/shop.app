{application, shop, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, shop]}
]}.
