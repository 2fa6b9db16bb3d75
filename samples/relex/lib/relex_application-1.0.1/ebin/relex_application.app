%% The specification of the application. The values of `env` are its own
%% defaults: what holds where no layer of a release says otherwise.
{application, relex_application, [
    {description, "Frozzles in regular intervals, for the kabozzle domain"},
    {vsn, "1.0.1"},
    {modules, [relex_application, relex_sup, relex_frozzler]},
    {registered, [relex_sup, relex_frozzler]},
    {applications, [kernel, stdlib]},
    {env, [
        %% milliseconds from one frozzle to the next
        {frozzle_timeout, 5000},
        %% the domain that is frozzled for
        {kabozzle_domain, "example.org"}
    ]},
    {mod, {relex_application, []}}
]}.
