%% Tests the messages to a client outside of the node.
-module(enit_watch_tests).

-include_lib("eunit/include/eunit.hrl").

-export([watch_until_down/1]).

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

%% The client of enit is a process of another node, of which nothing but the end of the connection is seen.
the_end_of_the_clients_node_ends_a_watch_test_() ->
    {timeout, 60, fun() ->
        {ok, Free} = gen_tcp:listen(0, []),
        {ok, Port} = inet:port(Free),
        ok = gen_tcp:close(Free),
        {ok, _, ClientNode} = node(client, Port, []),
        {ok, Watched, _} = node(watched, Port, ["-dist_listen", "false"]),
        try
            ?assertEqual(normal, peer:call(Watched, ?MODULE, watch_until_down, [ClientNode], 10000))
        after
            peer:stop(Watched)
        end
    end}.

%% Without epmd: all listen on the same port, and so only one does.
node(Name, Port, Arguments) ->
    Folders = [filename:dirname(code:which(Module)) || Module <- [enit_watch, ?MODULE]],
    Distribution = ["-start_epmd", "false", "-erl_epmd_port", integer_to_list(Port), "-setcookie", "enit"],
    peer:start(#{
        name => Name,
        host => "127.0.0.1",
        longnames => true,
        connection => standard_io,
        args => ["-pa" | Folders] ++ Distribution ++ Arguments
    }).

%% Returns the reason with which a watch for a client in another node ends when that node does.
watch_until_down(ClientNode) ->
    true = net_kernel:hidden_connect_node(ClientNode),
    {ok, watching} = enit_watch:start(spawn(ClientNode, timer, sleep, [infinity]), 5),
    [Watch] = watches(),
    Monitor = monitor(process, Watch),
    ok = erpc:cast(ClientNode, erlang, halt, []),
    receive
        {'DOWN', Monitor, process, Watch, Reason} -> Reason
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
