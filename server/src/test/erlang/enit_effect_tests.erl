%% Tests the parameters of the kernel that enit makes take effect.
-module(enit_effect_tests).

-include_lib("eunit/include/eunit.hrl").

-export([log/2]).

%% Any module can be a handler.
log(_Event, _Config) -> ok.

effect_test_() ->
    Tests = [
        {"the level of the logger", fun the_level/0},
        {"a level that does not exist undoes the change", fun a_wrong_level/0},
        {"the metadata of the logger", fun the_metadata/0},
        {"a handler is added and taken away", fun a_handler/0},
        {"what others added to the logger stays", fun others_stay/0},
        {"a wrong handler undoes the change", fun a_wrong_handler/0},
        {"the tick time", fun the_tick_time/0}
    ],
    {foreach, fun() -> application:get_all_env(kernel) end, fun put_back/1, [[Test] || Test <- Tests]}.

put_back(Env) ->
    ok = enit_environment:restore(kernel, Env, 5000),
    ok = logger:reconfigure(),
    application:unset_env(enit, applied).

%% Changes keys of the kernel, with the config on record as after a real change.
change(Wanted) ->
    Env = enit_environment:of_application(kernel),
    Keys = [{Key, enit_environment:value(Key, Env), Value} || {Key, Value} <- Wanted],
    enit_change:run(#{
        client => self(),
        stamp => enit_environment:stamp(),
        timeout => 60000,
        changes => [{kernel, Keys}],
        record => #{config => [{kernel, [{Key, Value} || {Key, {value, Value}} <- Wanted]}]}
    }).

applied(Wanted) ->
    ?assertEqual({ok, #{outcome => applied, told => [{kernel, ok, <<>>}]}}, change(Wanted)).

undone(Key, Wanted) ->
    Before = lists:sort(application:get_all_env(kernel)),
    {ok, #{outcome := undone, cause := {effect, Key, Text}, undone := [{kernel, ok, <<>>}]}} = change(Wanted),
    ?assertEqual(Before, lists:sort(application:get_all_env(kernel))),
    Text.

level() -> maps:get(level, logger:get_primary_config()).

the_level() ->
    applied([{logger_level, {value, error}}]),
    ?assertEqual(error, level()),
    applied([{logger_level, unset}]),
    ?assertEqual(notice, level()).

a_wrong_level() ->
    Before = level(),
    Text = undone(logger_level, [{logger_level, {value, loud}}]),
    ?assertMatch({match, _}, re:run(Text, "loud")),
    ?assertEqual(Before, level()).

the_metadata() ->
    applied([{logger_metadata, {value, #{farm => green}}}]),
    ?assertMatch(#{metadata := #{farm := green}}, logger:get_primary_config()).

a_handler() ->
    applied([{logger, {value, [{handler, mine, ?MODULE, #{level => alert}}]}}]),
    ?assertMatch({ok, #{level := alert}}, logger:get_handler_config(mine)),
    ?assertMatch({ok, _}, logger:get_handler_config(default)),
    applied([{logger, {value, []}}]),
    ?assertEqual({error, {not_found, mine}}, logger:get_handler_config(mine)),
    ?assertMatch({ok, _}, logger:get_handler_config(default)).

others_stay() ->
    applied([{logger, {value, [{module_level, debug, [configured]}, {filters, log, [{configured, filter()}]}]}}]),
    ok = logger:add_handler(theirs, ?MODULE, #{level => critical, config => #{some => thing}}),
    ok = logger:add_primary_filter(theirs, filter()),
    ok = logger:set_module_level(theirs, debug),
    try
        applied([{logger, {value, [{handler, mine, ?MODULE, #{}}]}}]),
        ?assertMatch({ok, #{level := critical, config := #{some := thing}}}, logger:get_handler_config(theirs)),
        ?assertEqual([{theirs, filter()}], maps:get(filters, logger:get_primary_config())),
        ?assertEqual([{theirs, debug}], logger:get_module_level())
    after
        logger:remove_handler(theirs),
        logger:remove_primary_filter(theirs),
        logger:unset_module_level(theirs)
    end.

filter() -> {fun logger_filters:progress/2, stop}.

a_wrong_handler() ->
    Text = undone(logger, [{logger, {value, [{handler, mine, no_such_module, #{}}]}}]),
    ?assertMatch({match, _}, re:run(Text, "no_such_module")),
    ?assertMatch({ok, _}, logger:get_handler_config(default)),
    ?assertEqual({error, {not_found, mine}}, logger:get_handler_config(mine)).

%% A node that is not part of a network has none, and no objection.
the_tick_time() ->
    applied([{net_ticktime, {value, 77}}]),
    case is_alive() of
        true -> ?assertEqual({ongoing_change_to, 77}, net_kernel:get_net_ticktime());
        false -> ?assertEqual(ignored, net_kernel:get_net_ticktime())
    end.
