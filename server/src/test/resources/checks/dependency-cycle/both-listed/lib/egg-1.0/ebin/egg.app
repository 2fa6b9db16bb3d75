{application, egg, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, chicken]}
]}.
