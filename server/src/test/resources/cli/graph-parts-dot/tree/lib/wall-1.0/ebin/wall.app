{application, wall, [{vsn, "1.0"}, {applications, [kernel, brick]}]}.
