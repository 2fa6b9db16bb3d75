{application, store, [
    {description, "Keeps things"},
    {vsn, "0.3"},
    {applications, [kernel, stdlib, sasl]},
    {included_applications, [shelf]},
    {optional_applications, [sasl]},
    {env, []}
]}.
