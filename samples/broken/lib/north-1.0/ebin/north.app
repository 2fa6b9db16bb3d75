%% Only what the release of the sample needs: nothing here can be started.
{application, north, [
    {description, "A part of a sample"},
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {included_applications, [common]},
    {applications, [kernel, stdlib]}
]}.
