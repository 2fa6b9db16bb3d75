{application, brick, [{vsn, "1.0"}, {applications, [kernel]}]}.
