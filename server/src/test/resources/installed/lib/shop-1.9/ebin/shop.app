{application, shop, [
    {description, "Sells things"},
    {vsn, "1.9"},
    {applications, [kernel, stdlib]},
    {mod, {shop_app, []}},
    {env, []}
]}.
