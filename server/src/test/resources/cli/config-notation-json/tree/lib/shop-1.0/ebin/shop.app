{application, shop, [
    {vsn, "1.0"}, {description, "Shop"}, {modules, []}, {registered, []},
    {applications, [kernel, stdlib]},
    {env, [{hosts, ["PQ", [80, 81]]}, {port, [8080, 8081]}, {name, [83, 84, 85]}]}
]}.
