{application, house, [{vsn, "1.0"}, {applications, [kernel, stdlib, alarm, bell]}, {optional_applications, [alarm, bell]}, {included_applications, [wall]}]}.
