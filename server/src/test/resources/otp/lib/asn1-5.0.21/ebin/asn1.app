{application, asn1, [
    {description, "The Erlang ASN1 compiler version"},
    {vsn, "5.0.21"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, []}
]}.
