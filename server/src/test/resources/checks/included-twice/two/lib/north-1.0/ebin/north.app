{application, north, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]},
    {included_applications, [common]}
]}.
