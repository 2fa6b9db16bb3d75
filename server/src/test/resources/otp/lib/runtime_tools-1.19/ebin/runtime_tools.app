{application, runtime_tools, [
    {description, "RUNTIME_TOOLS"},
    {vsn, "1.19"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]},
    {env, []},
    {mod, {runtime_tools, []}}
]}.
