%% The optional part of the release, see etc/enit/relex/snmp_support.config.
{application, relex_snmp, [
    {description, "Answers questions about relex over UDP"},
    {vsn, "0.2.0"},
    {modules, [relex_snmp, relex_snmp_sup, relex_snmp_agent]},
    {registered, [relex_snmp_sup, relex_snmp_agent]},
    {applications, [kernel, stdlib, relex_application]},
    {env, [
        %% UDP port on the loopback interface; 0 takes any free one
        {port, 4000}
    ]},
    {mod, {relex_snmp, []}}
]}.
