%% Tests attempts to start, with applications on the code path that are made for them.
-module(enit_starter_tests).

-include_lib("eunit/include/eunit.hrl").

-define(APPS, 40).

start_test_() ->
    {foreach, fun set_up/0, fun tear_down/1, [
        {"applications and modules come from the first directory that has them", fun it_starts/0},
        {"a module that runs code when it is loaded is loaded too", fun on_load/0},
        {"a specification that cannot be read is an error as OTP has it", fun a_broken_specification/0},
        {"an application that is nowhere is an error as OTP has it", fun an_absent_application/0},
        {"the code path is looked through once, not once for each application", fun one_look/0}
    ]}.

%% A chain of applications, each with a module, in directories like those of a release.
set_up() ->
    Root = root(),
    [make(Root, I) || I <- lists:seq(1, ?APPS)],
    code:add_pathsz([ebin(Root, I) || I <- lists:seq(1, ?APPS)]),
    Root.

root() -> filename:join(["/tmp", "enit_starter_" ++ os:getpid()]).

tear_down(Root) ->
    [application:stop(app(I)) || I <- lists:seq(?APPS, 1, -1)],
    [application:unload(app(I)) || I <- lists:seq(1, ?APPS)],
    [begin code:purge(module(I)), code:delete(module(I)), code:purge(module(I)) end || I <- lists:seq(1, ?APPS)],
    [code:del_path(ebin(Root, I)) || I <- lists:seq(1, ?APPS)],
    application:unset_env(enit, applied),
    file:del_dir_r(Root).

app(I) -> list_to_atom("chained_" ++ integer_to_list(I)).

module(I) -> list_to_atom("chained_" ++ integer_to_list(I) ++ "_module").

ebin(Root, I) -> filename:join([Root, integer_to_list(I), "ebin"]).

make(Root, I) ->
    Ebin = ebin(Root, I),
    ok = filelib:ensure_path(Ebin),
    Before = [app(I - 1) || I > 1],
    specification(Ebin, app(I), [{vsn, "1"}, {modules, [module(I)]}, {applications, [kernel, stdlib | Before]}]),
    code(Ebin, module(I), []).

specification(Ebin, App, Properties) ->
    write(filename:join(Ebin, atom_to_list(App) ++ ".app"), io_lib:format("~p.~n", [{application, App, Properties}])).

code(Ebin, Module, Forms) ->
    {ok, Module, Code} = compile:forms([{attribute, 1, module, Module} | Forms]),
    write(filename:join(Ebin, atom_to_list(Module) ++ ".beam"), Code).

write(File, Content) -> ok = file:write_file(File, Content).

%% Returns the messages of an attempt.
start() ->
    Apps = [app(I) || I <- lists:seq(1, ?APPS)],
    start([kernel, stdlib | Apps], Apps).

start(Load, Start) ->
    Plan = #{
        release => chain,
        vsn => <<"1">>,
        applications => Start,
        load => Load,
        start => Start,
        config => [{app(1), [{key, 1}]}],
        node => [],
        otp => <<>>,
        release_dir => <<"/nowhere">>,
        config_dir => <<>>
    },
    told(enit_starter:start_link(Plan, Start)).

told(Pid) ->
    receive
        {enit_starter, Pid, {started, _}} -> told(Pid);
        {enit_starter, Pid, {starting, _}} -> told(Pid);
        {enit_starter, Pid, Last} -> Last
    end.

it_starts() ->
    Root = root(),
    %% A later directory with the same names.
    Later = filename:join([Root, "later", "ebin"]),
    ok = filelib:ensure_path(Later),
    specification(Later, app(1), [{vsn, "2"}]),
    code(Later, module(1), []),
    true = code:add_pathz(Later),
    try
        ?assertEqual(done, start()),
        Running = application:which_applications(),
        [?assertMatch({_, _, "1"}, lists:keyfind(app(I), 1, Running)) || I <- lists:seq(1, ?APPS)],
        [?assertEqual({file, beam(Root, I)}, code:is_loaded(module(I))) || I <- lists:seq(1, ?APPS)],
        ?assertEqual({ok, 1}, application:get_env(app(1), key))
    after
        code:del_path(Later)
    end.

beam(Root, I) -> filename:join(ebin(Root, I), atom_to_list(module(I)) ++ ".beam").

on_load() ->
    code(ebin(root(), 2), module(2), [
        {attribute, 1, on_load, {begins, 0}},
        {function, 1, begins, 0, [{clause, 1, [], [], [{atom, 1, ok}]}]}
    ]),
    ?assertEqual(done, start()),
    [?assertEqual({file, beam(root(), I)}, code:is_loaded(module(I))) || I <- lists:seq(1, ?APPS)].

a_broken_specification() ->
    write(filename:join(ebin(root(), 3), atom_to_list(app(3)) ++ ".app"), "{application, no"),
    {error, Reason} = application:load(app(3)),
    ?assertEqual({failed, app(3), Reason}, start()).

an_absent_application() ->
    {error, Reason} = application:load(chained_nowhere),
    ?assertEqual({failed, chained_nowhere, Reason}, start([chained_nowhere], [chained_nowhere])).

one_look() ->
    Functions = [{erl_prim_loader, list_dir, 1}, {erl_prim_loader, read_file_info, 1}, {erl_prim_loader, get_file, 1}],
    erlang:trace(all, true, [call]),
    [1 = erlang:trace_pattern(Function, true, [call_count]) || Function <- Functions],
    try
        ?assertEqual(done, start()),
        Calls = lists:sum([element(2, erlang:trace_info(Function, call_count)) || Function <- Functions]),
        ?assert(Calls =< length(code:get_path()) + 5 * ?APPS, Calls)
    after
        [erlang:trace_pattern(Function, false, [call_count]) || Function <- Functions],
        erlang:trace(all, false, [call])
    end.
