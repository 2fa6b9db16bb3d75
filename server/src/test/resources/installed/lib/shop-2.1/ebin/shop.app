{application, shop, [
    {description, "Sells [things] *cheaply*"},
    {vsn, "2.1"},
    {applications, [kernel, stdlib, store]},
    {mod, {shop_app, []}},
    {env, [
        %% milliseconds until a basket
        %% is forgotten
        {basket_timeout, 5000},
        {currency, "EUR"}
    ]}
]}.
