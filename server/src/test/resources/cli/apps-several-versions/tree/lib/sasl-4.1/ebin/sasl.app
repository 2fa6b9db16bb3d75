{application, sasl, [{description, "SASL of 4.1"}, {vsn, "4.1"}, {applications, [kernel, stdlib]}]}.
