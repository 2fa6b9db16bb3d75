%% Tests what a node reports of its environments, and the parameters that the kernel changes itself.
-module(enit_environment_tests).

-include_lib("eunit/include/eunit.hrl").

a_snapshot_test() ->
    ok = application:load({application, duck, [{vsn, "1.2-ä"}, {mod, {told_application, []}}, {env, [{ponds, 1}]}]}),
    try
        {ok, #{applications := Apps, node := Node, pid := Pid, stamp := Stamp}} = enit_environment:snapshot(),
        ?assertEqual({duck, <<"1.2-ä"/utf8>>, loaded, false, [{ponds, 1}]}, lists:keyfind(duck, 1, Apps)),
        ?assertMatch({kernel, _, running, true, _}, lists:keyfind(kernel, 1, Apps)),
        ?assertMatch({stdlib, _, running, false, _}, lists:keyfind(stdlib, 1, Apps)),
        ?assertEqual({node(), list_to_binary(os:getpid())}, {Node, Pid}),
        ok = application:start(duck),
        ok = application:set_env(duck, ponds, 2),
        {ok, #{applications := Later, stamp := Same}} = enit_environment:snapshot(),
        ?assertEqual({duck, <<"1.2-ä"/utf8>>, running, true, [{ponds, 2}]}, lists:keyfind(duck, 1, Later)),
        ?assertEqual(Stamp, Same)
    after
        application:stop(duck),
        application:unload(duck)
    end.

%% The record holds environments; it is none itself.
the_record_is_no_environment_test() ->
    try
        ok = enit_environment:record(#{config => [{kernel, []}]}, []),
        Stamp = enit_environment:stamp(),
        ?assertEqual(unset, enit_environment:value(applied, enit_environment:of_application(enit))),
        {ok, #{applied := #{config := [{kernel, []}], original := [{kernel, _}]}}} = enit_environment:snapshot(),
        ok = enit_environment:record(#{config => []}, []),
        ?assertNotEqual(Stamp, enit_environment:stamp())
    after
        application:unset_env(enit, applied)
    end.

set_and_restore_test() ->
    ok = application:load({application, duck, [{env, [{ponds, 1}, {feet, 2}]}]}),
    try
        Before = application:get_all_env(duck),
        ok = enit_environment:set(duck, [{ponds, {value, 7}}, {feet, unset}, {wings, {value, undefined}}], 5000),
        ?assertEqual([{ponds, 7}, {wings, undefined}], lists:sort(application:get_all_env(duck))),
        ok = enit_environment:restore(duck, Before, 5000),
        ?assertEqual(lists:sort(Before), lists:sort(application:get_all_env(duck)))
    after
        application:unload(duck)
    end.

%% The kernel adds to `logger' what it uses by default. That is no change by others; anything else is.
logger_test_() ->
    Own = [{handler, mine, logger_std_h, #{level => error}}],
    [
        {Title, fun() -> ?assertEqual(Expected, logger_seen(Given, Present)) end}
     || {Title, Given, Present, Expected} <- [
            {"with nothing of its own", [], [std(#{})], []},
            {"with another handler", Own, [std(#{}) | Own], Own},
            {"with options of the handler", [std(#{level => info})], [std(#{level => info, formatter => {a, #{}}})],
                [std(#{level => info})]},
            {"with another option", [std(#{level => info})], [std(#{level => error})], [std(#{level => error})]},
            {"with a handler less", Own, [std(#{})], [std(#{})]},
            {"without the default handler", [{handler, default, undefined}], [{handler, default, undefined}],
                [{handler, default, undefined}]},
            {"with something else altogether", [], nonsense, nonsense}
        ]
    ].

std(Options) -> {handler, default, logger_std_h, Options}.

logger_seen(Given, Present) ->
    {ok, Before} = application:get_env(kernel, logger),
    try
        ok = enit_environment:record(#{config => [{kernel, [{logger, Given}]}]}, []),
        ok = application:set_env(kernel, logger, Present),
        {value, Seen} = enit_environment:value(logger, enit_environment:of_application(kernel)),
        Seen
    after
        application:set_env(kernel, logger, Before),
        application:unset_env(enit, applied)
    end.
