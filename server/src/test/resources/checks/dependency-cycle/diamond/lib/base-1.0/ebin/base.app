{application, base, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]}
]}.
