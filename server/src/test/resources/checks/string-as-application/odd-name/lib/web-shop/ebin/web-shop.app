{application, 'web-shop', [{vsn, "1.0"}, {applications, [kernel, stdlib]}]}.
