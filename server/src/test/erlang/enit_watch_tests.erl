%% Tests the messages to a client outside of the node.
-module(enit_watch_tests).

-include_lib("eunit/include/eunit.hrl").

what_changed_is_told_test() ->
    ok = application:load({application, duck, [{vsn, "1"}, {env, [{ponds, 1}]}]}),
    Watched = watched(),
    try
        ?assertMatch({#{node := _, pid := _}, #{applications := [_ | _]}}, told(Watched)),
        ?assertMatch({#{uptime := _}, same}, told(Watched)),
        ok = application:set_env(duck, ponds, 2),
        ?assertEqual([{ponds, 2}], environment_of(duck, Watched)),
        ?assertMatch({_, same}, told(Watched))
    after
        gone(Watched),
        application:unload(duck)
    end.

nothing_stays_behind_test() ->
    {Client, _} = Watched = watched(),
    {_, _} = told(Watched),
    [Watch] = watches(),
    Monitor = monitor(process, Watch),
    exit(Client, kill),
    receive
        {'DOWN', Monitor, process, Watch, Reason} -> ?assertEqual(normal, Reason)
    end.

two_clients_test() ->
    One = watched(),
    Other = watched(),
    try
        ?assertMatch({_, #{}}, told(One)),
        ?assertMatch({_, #{}}, told(Other)),
        ?assertEqual(2, length(watches()))
    after
        gone(One),
        gone(Other)
    end.

%% A process that represents the client, and forwards what it gets.
watched() ->
    Test = self(),
    Ref = make_ref(),
    Client = spawn(fun() -> hand_on(Test, Ref) end),
    {ok, watching} = enit_agent:request(enit_agent:version(), {watch, Client, 5}),
    {Client, Ref}.

hand_on(Test, Ref) ->
    receive
        Message -> Test ! {Ref, Message}
    end,
    hand_on(Test, Ref).

told({_, Ref}) ->
    receive
        {Ref, {enit_watch, Status, Snapshot, _Code}} -> {Status, Snapshot}
    end.

%% A look may have been on its way when the environment changed.
environment_of(App, Watched) ->
    case told(Watched) of
        {_, same} -> environment_of(App, Watched);
        {_, #{applications := Apps}} -> element(5, lists:keyfind(App, 1, Apps))
    end.

watches() ->
    [Pid || Pid <- processes(), process_info(Pid, initial_call) =:= {initial_call, {enit_watch, init, 1}}].

gone({Client, _}) ->
    Monitors = [monitor(process, Watch) || Watch <- watches()],
    exit(Client, kill),
    receive
        {'DOWN', Monitor, process, _, _} -> ?assert(lists:member(Monitor, Monitors))
    end,
    [demonitor(Each, [flush]) || Each <- Monitors].
