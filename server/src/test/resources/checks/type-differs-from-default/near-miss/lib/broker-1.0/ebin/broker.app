{application, broker, [
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, [
        {disk_free_limit, 50000000},
        {memory_limit, 0.4},
        {heartbeat, 60},
        {listeners, [5672]},
        {listener, [{port, 15670}]},
        {data_dir, "/var/lib/broker"},
        {log, false},
        {tls, false},
        {proxy, false},
        {rate, 0.5},
        {user, <<"guest">>},
        {vhost, "/"},
        {level, "debug"}
    ]}
]}.
