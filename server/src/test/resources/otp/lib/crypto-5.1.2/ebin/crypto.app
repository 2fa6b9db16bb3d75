{application, crypto, [
    {description, "CRYPTO"},
    {vsn, "5.1.2"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, [
        {fips_mode, false},
        {rand_cache_size, 896}
    ]}
]}.
