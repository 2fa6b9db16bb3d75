{application, shop_web, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]}
]}.
