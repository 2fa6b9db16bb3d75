%% Tests changes of configuration, with applications made for them.
-module(enit_change_tests).

-include_lib("eunit/include/eunit.hrl").

change_test_() ->
    Tests = [
        {"an application is told what is changed, new and removed", fun it_is_told/0},
        {"what was applied is on record, and what was there before", fun it_is_recorded/0},
        {"applications are told in the order of their start", fun the_order_of_start/0},
        {"libraries, silent and stopped applications are set and not told", fun not_told/0},
        {"a change of nothing leaves a record", fun nothing_to_change/0},
        {"a value that is not what was read stops the change before it begins", fun a_value_has_changed/0},
        {"an application that is gone stops the change before it begins", fun an_application_has_gone/0},
        {"a change that was planned before another one is refused", fun outdated/0},
        {"a node whose application controller does not answer is left alone", fun a_blocked_controller/0},
        {"an application inside its start/2 stops the change before it begins", fun an_application_that_starts/0},
        {"two changes at once: the second is refused", fun only_one_at_once/0},
        {"an error puts all environments back and tells all of it", fun an_error/0},
        {"a crash names its place without the arguments", fun a_crash/0},
        {"a missing function in the callback is a crash", fun a_missing_function/0},
        {"an exit is a crash", fun an_exit/0},
        {"a return value of no meaning is an error", fun a_bad_return/0},
        {"a callback that hangs is ended", fun a_hanging_callback/0},
        {"a callback may set its environment", fun a_callback_that_sets/0},
        {"what a failing callback set is put back too", fun a_failing_callback_that_set/0},
        {"what a callback set in other applications is put back", fun a_callback_that_sets_elsewhere/0},
        {"an environment that cannot be put back is named", fun an_environment_that_cannot_be_put_back/0},
        {"a cancelled change is undone", fun a_cancelled_change/0},
        {"someone else cannot cancel", fun a_strange_cancel/0},
        {"a change is undone where its client goes away", fun a_lost_client/0},
        {"a client that is gone before the change changes nothing", fun a_client_gone_before/0}
    ],
    {foreach, fun set_up/0, fun tear_down/1, [[{Title, fun() -> listening(Test) end}] || {Title, Test} <- Tests]}.

set_up() ->
    start(hen, [{mod, {told_application, []}}, {env, [{eggs, 1}, {conduct, ok}]}]),
    start(cock, [{mod, {told_application, []}}, {env, [{crows, 1}, {conduct, ok}]}, {applications, [hen]}]),
    start(mouse, [{mod, {quiet_application, []}}, {env, [{size, 1}]}]),
    start(barn, [{env, [{size, 1}]}]),
    ok = application:load({application, goat, [{mod, {told_application, []}}, {env, [{size, 1}]}]}).

tear_down(_) ->
    [application:stop(App) || App <- [cock, hen, mouse, barn]],
    [application:unload(App) || App <- [cock, hen, mouse, barn, goat]],
    application:unset_env(enit, applied).

start(App, Properties) ->
    ok = application:load({application, App, Properties}),
    ok = application:start(App).

%% The process of the test hears what applications are told.
listening(Test) ->
    true = register(listener, self()),
    try
        Test()
    after
        unregister(listener)
    end.

%% Waits until an application is told; returns the process that runs its callback.
await(App) ->
    receive
        {told, App, _, Callback} -> Callback
    end.

%% Returns the calls of config_change/3, in their order.
heard() ->
    receive
        {told, App, Change, _} -> [{App, Change} | heard()]
    after 0 -> []
    end.

change(Changes) -> change(Changes, #{}).

change(Changes, Other) ->
    maps:merge(
        #{
            client => self(),
            stamp => enit_environment:stamp(),
            timeout => 60000,
            changes => Changes,
            record => #{
                release => farm,
                config => [{App, [{K, V} || {K, _, {value, V}} <- Keys]} || {App, Keys} <- Changes]
            }
        },
        Other
    ).

to(Old, New) -> {{value, Old}, {value, New}}.

key(Key, {Old, New}) -> {Key, Old, New}.

%% Runs a change in a separate process; the result comes as a message.
start_change(Change) ->
    Self = self(),
    spawn_link(fun() -> Self ! {answer, enit_change:run(Change)} end).

answer() ->
    receive
        {answer, Answer} -> Answer
    end.

it_is_told() ->
    ok = application:set_env(hen, old, gone),
    Change = change([{hen, [key(eggs, to(1, 2)), {feathers, unset, {value, white}}, {old, {value, gone}, unset}]}]),
    ?assertEqual({ok, #{outcome => applied, told => [{hen, ok, <<>>}]}}, enit_change:run(Change)),
    ?assertEqual([{hen, {[{eggs, 2}], [{feathers, white}], [old]}}], heard()),
    ?assertEqual([{conduct, ok}, {eggs, 2}, {feathers, white}], lists:sort(application:get_all_env(hen))),
    ?assertEqual(undefined, whereis(enit_reconfigure)).

it_is_recorded() ->
    Before = application:get_all_env(hen),
    {ok, _} = enit_change:run(change([{hen, [key(eggs, to(1, 2))]}])),
    {ok, #{time := First} = Applied} = application:get_env(enit, applied),
    ?assert(is_integer(First)),
    ?assertMatch(#{release := farm, config := [{hen, [{eggs, 2}]}], original := [{hen, Before}]}, Applied),
    %% The first original stays the original.
    {ok, _} = enit_change:run(change([{hen, [key(eggs, to(2, 3))]}, {barn, [key(size, to(1, 2))]}])),
    {ok, Second} = application:get_env(enit, applied),
    ?assertMatch(#{original := [{hen, Before}, {barn, [{size, 1}]}]}, Second).

the_order_of_start() ->
    {ok, #{told := Told}} = enit_change:run(change([{cock, [key(crows, to(1, 2))]}, {hen, [key(eggs, to(1, 2))]}])),
    ?assertEqual([{hen, ok, <<>>}, {cock, ok, <<>>}], Told),
    ?assertEqual([hen, cock], announced()).

%% Returns the applications that the client was told of before they were told.
announced() ->
    receive
        {enit_change, {telling, App}} -> [App | announced()]
    after 0 -> []
    end.

not_told() ->
    Keys = [key(size, to(1, 2))],
    {ok, #{told := Told}} = enit_change:run(change([{mouse, Keys}, {barn, Keys}, {goat, Keys}])),
    ?assertEqual([{barn, library, <<>>}, {goat, not_running, <<>>}, {mouse, no_callback, <<>>}], lists:sort(Told)),
    ?assertEqual([{ok, 2}, {ok, 2}, {ok, 2}], [application:get_env(App, size) || App <- [mouse, barn, goat]]),
    ?assertEqual([], heard()).

nothing_to_change() ->
    Change = change([], #{record => #{release => farm, config => [{hen, [{eggs, 1}]}]}}),
    ?assertEqual({ok, #{outcome => applied, told => []}}, enit_change:run(Change)),
    ?assertMatch({ok, #{config := [{hen, [{eggs, 1}]}]}}, application:get_env(enit, applied)).

a_value_has_changed() ->
    Change = change([{barn, [key(size, to(1, 2))]}, {hen, [key(eggs, to(7, 8)), {feathers, unset, {value, white}}]}]),
    ?assertEqual({error, {changed, [{hen, eggs}]}}, enit_change:run(Change)),
    ?assertEqual({ok, 1}, application:get_env(barn, size)),
    ?assertEqual(undefined, application:get_env(enit, applied)).

an_application_has_gone() ->
    ?assertEqual({error, {changed, [{fox, age}]}}, enit_change:run(change([{fox, [{age, unset, {value, 3}}]}]))).

outdated() ->
    Change = change([{hen, [key(eggs, to(1, 2))]}]),
    {ok, _} = enit_change:run(change([{barn, [key(size, to(1, 2))]}])),
    ?assertEqual({error, outdated}, enit_change:run(Change)).

a_blocked_controller() ->
    Change = change([{hen, [key(eggs, to(1, 2))]}], #{timeout => 1}),
    ok = sys:suspend(application_controller),
    try
        ?assertEqual({error, controller}, enit_change:run(Change))
    after
        ok = sys:resume(application_controller)
    end,
    ?assertEqual({ok, 1}, application:get_env(hen, eggs)).

an_application_that_starts() ->
    ok = application:load({application, chick, [{mod, {told_application, wait}}, {env, [{age, 1}]}]}),
    Starter = spawn_link(fun() -> application:start(chick) end),
    receive
        {starting, Chick} ->
            Change = change([{hen, [key(eggs, to(1, 2))]}, {chick, [key(age, to(1, 2))]}]),
            ?assertEqual({error, starting}, enit_change:run(Change)),
            ?assertEqual([{ok, 1}, {ok, 1}], [application:get_env(hen, eggs), application:get_env(chick, age)]),
            %% Others are not kept from their change by it.
            ?assertMatch({ok, #{outcome := applied}}, enit_change:run(change([{hen, [key(eggs, to(1, 2))]}]))),
            Monitor = monitor(process, Starter),
            Chick ! go_on,
            receive
                {'DOWN', Monitor, process, Starter, _} -> ok
            end
    end,
    ok = application:stop(chick),
    ok = application:unload(chick).

only_one_at_once() ->
    ok = application:set_env(hen, conduct, wait),
    start_change(change([{hen, [key(eggs, to(1, 2))]}])),
    Callback = await(hen),
    ?assertEqual({error, busy}, enit_change:run(change([{barn, [key(size, to(1, 2))]}]))),
    ?assertEqual({ok, 1}, application:get_env(barn, size)),
    Callback ! go_on,
    ?assertEqual({ok, #{outcome => applied, told => [{hen, ok, <<>>}]}}, answer()).

an_error() ->
    ok = application:set_env(cock, conduct, {return, {error, {no_crows, 2}}}),
    Before = environments(),
    Change = change([{cock, [key(crows, to(1, 2))]}, {hen, [key(eggs, to(1, 2))]}, {barn, [key(size, to(1, 2))]}]),
    ?assertEqual(
        {ok, #{
            outcome => undone,
            cause => {application, cock},
            told => [{hen, ok, <<>>}, {cock, error, <<"{no_crows,2}">>}],
            undone => [{cock, error, <<"{no_crows,2}">>}, {hen, ok, <<>>}]
        }},
        without(barn, enit_change:run(Change))
    ),
    ?assertEqual(Before, environments()),
    ?assertEqual(
        [
            {hen, {[{eggs, 2}], [], []}},
            {cock, {[{crows, 2}], [], []}},
            {cock, {[{crows, 1}], [], []}},
            {hen, {[{eggs, 1}], [], []}}
        ],
        heard()
    ),
    ?assertEqual(undefined, application:get_env(enit, applied)).

%% A library starts and ends with nothing that could be told: its place among the others does not matter.
without(App, {ok, #{told := Told, undone := Undone} = Reply}) ->
    {ok, Reply#{told := lists:keydelete(App, 1, Told), undone := lists:keydelete(App, 1, Undone)}}.

environments() -> [{App, lists:sort(application:get_all_env(App))} || App <- [hen, cock, mouse, barn, goat]].

fails(Conduct) -> fails(Conduct, 60000).

fails(Conduct, Timeout) ->
    ok = application:set_env(hen, conduct, Conduct),
    Before = environments(),
    Change = change([{hen, [key(eggs, to(1, 2)), {feathers, unset, {value, white}}]}], #{timeout => Timeout}),
    {ok, #{outcome := undone, cause := {application, hen}, told := [{hen, Kind, Text}], undone := [{hen, Kind, _}]}} =
        enit_change:run(Change),
    ?assertEqual(Before, environments()),
    ?assertEqual(
        [{hen, {[{eggs, 2}], [{feathers, white}], []}}, {hen, {[{eggs, 1}], [], [feathers]}}],
        heard()
    ),
    {Kind, Text}.

a_crash() ->
    {crash, Text} = fails(crash),
    Pattern = "^error badarg in erlang:binary_to_integer/1.* in told_application:conduct/2, line \\d+$",
    ?assertMatch({match, _}, re:run(Text, Pattern)).

a_missing_function() ->
    ?assertEqual({crash, <<"error undef in told_application:no_such_function/1">>}, fails(undefined_function)).

an_exit() ->
    {crash, Text} = fails({exit, normal}),
    ?assertMatch(<<"exit normal in told_application:conduct/2", _/binary>>, Text).

a_bad_return() ->
    ?assertEqual({bad_return, <<"perhaps">>}, fails({return, perhaps})).

a_hanging_callback() ->
    ?assertEqual({timeout, <<"1000">>}, fails(wait, 1000)).

a_callback_that_sets() ->
    ok = application:set_env(hen, conduct, {set_env, nests, 3, ok}),
    ?assertMatch({ok, #{outcome := applied}}, enit_change:run(change([{hen, [key(eggs, to(1, 2))]}]))),
    ?assertEqual({ok, 3}, application:get_env(hen, nests)).

a_failing_callback_that_set() ->
    ok = application:set_env(cock, conduct, {return, no}),
    ok = application:set_env(hen, conduct, {set_env, nests, 3, {set_env, conduct, ok, ok}}),
    Before = environments(),
    %% Told of the opposite it sets them once more.
    Change = change([{hen, [key(eggs, to(1, 2))]}, {cock, [key(crows, to(1, 2))]}]),
    {ok, #{outcome := undone}} = enit_change:run(Change),
    ?assertEqual(Before, environments()),
    ?assertMatch({ok, #{outcome := applied}}, enit_change:run(change([{barn, [key(size, to(1, 2))]}]))).

a_callback_that_sets_elsewhere() ->
    ok = application:set_env(hen, conduct, {set_env, barn, straw, 9, {set_env, goat, size, 9, ok}}),
    ok = application:set_env(cock, conduct, {return, no}),
    Before = environments(),
    Change = change([{hen, [key(eggs, to(1, 2))]}, {cock, [key(crows, to(1, 2))]}]),
    {ok, #{outcome := undone}} = enit_change:run(Change),
    ?assertEqual(Before, environments()).

an_environment_that_cannot_be_put_back() ->
    ok = application:set_env(hen, conduct, suspend),
    Change = change([{hen, [key(eggs, to(1, 2))]}], #{timeout => 100}),
    try
        ?assertMatch(
            {ok, #{outcome := undone, undone := [{hen, environment, <<"{timeout", _/binary>>}, {hen, bad_return, _}]}},
            enit_change:run(Change)
        )
    after
        ok = sys:resume(application_controller)
    end.

a_cancelled_change() ->
    start_waiting(self()),
    await(cock),
    enit_reconfigure ! {cancel, self()},
    undone_by_cancelling().

%% The first of two applications has been told, the second waits.
start_waiting(Client) ->
    ok = application:set_env(cock, conduct, wait),
    start_change(change([{hen, [key(eggs, to(1, 2))]}, {cock, [key(crows, to(1, 2))]}], #{client => Client})).

%% The second one waits again when it is told the opposite.
undone_by_cancelling() ->
    await(cock) ! go_on,
    ?assertEqual(
        {ok, #{
            outcome => undone,
            cause => cancelled,
            told => [{hen, ok, <<>>}, {cock, cancelled, <<>>}],
            undone => [{cock, ok, <<>>}, {hen, ok, <<>>}]
        }},
        answer()
    ),
    ?assertEqual([{ok, 1}, {ok, 1}], [application:get_env(hen, eggs), application:get_env(cock, crows)]),
    ?assertEqual(undefined, application:get_env(enit, applied)).

a_strange_cancel() ->
    start_waiting(self()),
    Callback = await(cock),
    enit_reconfigure ! {cancel, whereis(init)},
    Callback ! go_on,
    ?assertMatch({ok, #{outcome := applied}}, answer()).

a_lost_client() ->
    Client = spawn(timer, sleep, [infinity]),
    start_waiting(Client),
    await(cock),
    exit(Client, kill),
    undone_by_cancelling().

a_client_gone_before() ->
    {Client, Monitor} = spawn_monitor(fun() -> ok end),
    receive
        {'DOWN', Monitor, process, Client, _} -> ok
    end,
    Change = change([{hen, [key(eggs, to(1, 2))]}], #{client => Client}),
    ?assertEqual({ok, #{outcome => undone, cause => cancelled, told => [], undone => []}}, enit_change:run(Change)),
    ?assertEqual([], heard()).
