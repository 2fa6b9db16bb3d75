{application, north, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, south]},
    {included_applications, [common]}
]}.
