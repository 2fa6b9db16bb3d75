{application, chicken, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, egg]}
]}.
