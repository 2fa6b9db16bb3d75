%% Tells an application that its environment has changed, by config_change/3 as OTP does, but in a process of ours and
%% not in the application controller: what hangs there can be ended, what crashes can be named, and what sets an
%% environment does not wait for itself.
-module(enit_callback).

-export([is_told/2, tell/5, watch/1, is_cancelled/1, text/1]).

-export_type([kind/0]).

-define(TEXT_LENGTH, 500).

%% The result of a call. An application without the function, one without a module and one that does not run are not told.
-type kind() :: ok | no_callback | library | not_running | error | bad_return | crash | timeout | cancelled.

%% Whether an application is told of changes.
-spec is_told(atom(), Running :: [atom()]) -> boolean().
is_told(App, Running) -> is_function(callback(App, Running)).

%% Tells an application, and waits until it has answered, the time is over or the client cancels.
-spec tell(atom(), enit_change:keys(), Running :: [atom()], Client :: pid(), timeout()) -> {kind(), Text :: binary()}.
tell(App, Keys, Running, Client, Timeout) ->
    case callback(App, Running) of
        Callback when is_function(Callback) -> await(start(App, Callback, announced(Keys)), Client, Timeout);
        Without -> {Without, <<>>}
    end.

%% The function to tell an application by, or why there is none.
callback(App, Running) ->
    case lists:member(App, Running) andalso application:get_key(App, mod) of
        false -> not_running;
        {ok, {Module, _}} -> exported(Module);
        _ -> library
    end.

exported(Module) ->
    _ = code:ensure_loaded(Module),
    case erlang:function_exported(Module, config_change, 3) of
        true -> fun Module:config_change/3;
        false -> no_callback
    end.

%% Changed, new and removed keys.
announced(Keys) ->
    {
        [{Key, Value} || {Key, {value, _}, {value, Value}} <- Keys],
        [{Key, Value} || {Key, unset, {value, Value}} <- Keys],
        [Key || {Key, {value, _}, unset} <- Keys]
    }.

start(App, Callback, {Changed, New, Removed}) ->
    Self = self(),
    spawn_monitor(fun() ->
        Master = application_controller:get_master(App),
        _ = is_pid(Master) andalso group_leader(Master, self()),
        Answer =
            try
                answer(Callback(Changed, New, Removed))
            catch
                Class:Reason:Stack -> {crash, crash_text(App, Class, Reason, Stack)}
            end,
        Self ! {self(), Answer}
    end).

answer(ok) -> {ok, <<>>};
answer({error, Reason}) -> {error, text(Reason)};
answer(Other) -> {bad_return, text(Other)}.

await({Pid, Monitor}, Client, Timeout) ->
    Answer =
        receive
            {Pid, Given} -> Given;
            {'DOWN', Monitor, process, Pid, Reason} -> {crash, text(Reason)};
            {cancel, Client} -> cancelled(Client);
            {'DOWN', _, process, Client, _} -> cancelled(Client);
            {nodedown, Node} when Node =:= node(Client) -> cancelled(Client)
        after Timeout -> {timeout, integer_to_binary(Timeout)}
        end,
    exit(Pid, kill),
    demonitor(Monitor, [flush]),
    receive
        {Pid, _Late} -> Answer
    after 0 -> Answer
    end.

%% From now on it is noticed when the client goes away. The process of a Java node cannot be monitored, its node can.
-spec watch(pid()) -> ok.
watch(Client) when node(Client) =:= node() ->
    _ = monitor(process, Client),
    ok;
watch(Client) ->
    true = monitor_node(node(Client), true),
    ok.

-spec is_cancelled(Client :: pid()) -> boolean().
is_cancelled(Client) ->
    receive
        {cancel, Client} -> is_tuple(cancelled(Client));
        {'DOWN', _, process, Client, _} -> is_tuple(cancelled(Client));
        {nodedown, Node} when Node =:= node(Client) -> is_tuple(cancelled(Client))
    after 0 -> false
    end.

%% What was noticed once can be noticed again.
cancelled(Client) ->
    self() ! {cancel, Client},
    {cancelled, <<>>}.

crash_text(App, Class, Reason, Stack) ->
    In = [[" in ", place(Call)] || Call <- telling(App, Stack)],
    text("~ts ~ts~ts", [Class, enit_agent:shown("~0tp", Reason, []), In]).

%% The innermost call, and the innermost one of the application.
telling(_, []) ->
    [];
telling(App, [Innermost | Calls]) ->
    case is_own(App, Innermost) of
        true -> [Innermost];
        false -> [Innermost | lists:sublist([Call || Call <- Calls, is_own(App, Call)], 1)]
    end.

is_own(App, {Module, _, _, _}) ->
    {ok, {Callback, _}} = application:get_key(App, mod),
    {ok, Modules} = application:get_key(App, modules),
    lists:member(Module, [Callback | Modules]).

%% Without the arguments: they are configuration.
place({Module, Function, Arguments, Info}) ->
    Arity =
        case is_list(Arguments) of
            true -> length(Arguments);
            false -> Arguments
        end,
    Line = [io_lib:format(", line ~b", [Line]) || {line, Line} <- Info],
    io_lib:format("~ts:~ts/~b~ts", [Module, Function, Arity, Line]).

%% A term for people, not too long.
-spec text(term()) -> binary().
text(Reason) -> text("~ts", [enit_agent:shown("~0tp", Reason, [])]).

text(Format, Arguments) ->
    Text = lists:flatten(io_lib:format(Format, Arguments)),
    case string:length(Text) > ?TEXT_LENGTH of
        true -> unicode:characters_to_binary([string:slice(Text, 0, ?TEXT_LENGTH), "..."]);
        false -> unicode:characters_to_binary(Text)
    end.
