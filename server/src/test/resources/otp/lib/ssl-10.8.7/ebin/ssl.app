{application, ssl, [
    {description, "Erlang/OTP SSL application"},
    {vsn, "10.8.7"},
    {modules, []},
    {registered, []},
    {applications, [crypto, public_key, kernel, stdlib]},
    {env, []},
    {mod, {ssl_app, []}}
]}.
