{application, weather, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, common]}
]}.
