{application, shop_wex, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib]}
]}.
