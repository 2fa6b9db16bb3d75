{application, roof, [{vsn, "1.0"}, {applications, [kernel, house]}]}.
