{application, north, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, common]},
    {included_applications, [common]}
]}.
