{application, south, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]}
]}.
