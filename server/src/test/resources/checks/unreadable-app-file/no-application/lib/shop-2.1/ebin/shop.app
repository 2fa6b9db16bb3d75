{shop, [{vsn, "2.1"}]}.
