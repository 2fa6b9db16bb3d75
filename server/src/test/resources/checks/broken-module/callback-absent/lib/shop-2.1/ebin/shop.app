{application, shop, [{vsn, "2.1"}, {applications, [kernel, stdlib]}, {modules, [shop_basket, shop_app]}, {mod, {shop_app, []}}]}.
