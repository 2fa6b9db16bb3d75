{application, stock, [
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, [
        {domain, "example.org"},
        {mail, <<"info@example.org">>},
        {port, "8000"}
    ]}
]}.
