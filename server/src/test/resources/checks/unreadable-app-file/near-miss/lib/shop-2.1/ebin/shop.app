%% Erlang loads this: the bytes of the name are latin-1.
{application, shop, [{description, "Grüße"}, {vsn, "2.1"}, {applications, [kernel, stdlib]}]}.
