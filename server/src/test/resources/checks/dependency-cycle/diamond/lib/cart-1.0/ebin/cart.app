{application, cart, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, base]}
]}.
