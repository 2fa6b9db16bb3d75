{application, snmp, [
    {description, "SNMP  CXC 138 13"},
    {vsn, "5.13.3"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, []},
    {mod, {snmp_app, []}}
]}.
