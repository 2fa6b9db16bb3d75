{application, farm, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, chicken]}
]}.
