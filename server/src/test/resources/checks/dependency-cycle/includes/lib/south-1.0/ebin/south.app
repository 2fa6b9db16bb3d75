{application, south, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]},
    {included_applications, [north]}
]}.
