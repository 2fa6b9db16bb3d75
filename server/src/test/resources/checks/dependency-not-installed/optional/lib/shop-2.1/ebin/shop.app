{application, shop, [
    {vsn, "1.0"},
    {applications, [kernel, stdlib, payments]},
    {optional_applications, [payments]}
]}.
