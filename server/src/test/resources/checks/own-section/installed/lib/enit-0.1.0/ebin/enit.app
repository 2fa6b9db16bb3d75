{application, enit, [
    {vsn, "0.1.0"},
    {applications, [kernel, stdlib]}
]}.
