{application, sasl, [{description, "SASL of 4.3"}, {vsn, "4.3"}, {applications, [kernel, stdlib]}]}.
