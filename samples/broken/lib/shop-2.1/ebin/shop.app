%% Only what the release of the sample needs: nothing here can be started.
{application, shop, [
    {description, "A part of a sample"},
    {vsn, "2.1"},
    {modules, []},
    {registered, []},
    {applications, [kernel, stdlib, payments]}
]}.
