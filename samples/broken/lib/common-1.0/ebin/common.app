%% Only what the release of the sample needs: nothing here can be started.
{application, common, [
    {description, "A part of a sample"},
    {vsn, "1.0"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib]}
]}.
