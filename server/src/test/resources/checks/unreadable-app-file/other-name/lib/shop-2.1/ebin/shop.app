{application, shop2, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]}
]}.
