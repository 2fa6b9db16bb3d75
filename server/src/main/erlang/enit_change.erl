%% Changes the configuration of the node it runs in: all of it or nothing of it. Loaded, with the modules that it uses,
%% into nodes that enit did not start as well.
-module(enit_change).

-include("enit_agent.hrl").

-export([protocol/0, run/1]).

-export_type([change/0, keys/0, reply/0]).

%% The process that changes the configuration holds this name.
-define(LOCK, enit_reconfigure).

%% Milliseconds for putting back one environment.
-define(PUT_BACK, 5000).

-type keys() :: [{Key :: atom(), Running :: enit_environment:value(), Wanted :: enit_environment:value()}].

-type change() :: #{
    %% the change is undone when this process goes away before the end
    client := pid(),
    %% that of the snapshot that the change was made from
    stamp := integer(),
    %% milliseconds for each config_change/3
    timeout := pos_integer(),
    changes := [{App :: atom(), keys()}],
    %% the new applied record, without `original' and `time'
    record := #{atom() => term()}
}.

-type told() :: [{App :: atom(), enit_callback:kind() | environment | effect, Text :: binary()}].

%% Why a change was undone. An application: what it answered stands among those that were told.
-type cause() :: cancelled | {application, App :: atom()} | {effect, Key :: atom(), Text :: binary()}.

-type reply() ::
    {ok, #{outcome := applied, told := told()}}
    | {ok, #{outcome := undone, cause := cause(), told := told(), undone := told()}}
    | {error, busy | outdated | controller | starting | stopping | {changed, [{App :: atom(), Key :: atom()}]} | {crash, binary()}}.

%% A change on its way: the applications in the order in which they are told, and the former environments of all loaded
%% applications.
-record(way, {
    change :: change(),
    steps :: [{atom(), keys()}],
    before :: [{atom(), enit_environment:env()}],
    running :: [atom()]
}).

%% The version that this module was compiled for.
-spec protocol() -> pos_integer().
protocol() -> ?AGENT_VERSION.

%% Makes a change. A second one at the same time is refused.
%%
%% The client is sent `{enit_change, {telling, App}}' before an application is told. The message `{cancel, Client}' to the
%% registered name undoes the change as long as it is not done.
-spec run(change()) -> reply().
run(Change) ->
    Caller = self(),
    Answer = make_ref(),
    {Pid, Monitor} = spawn_monitor(fun() -> Caller ! {Answer, locked(Change)} end),
    receive
        {'DOWN', Monitor, process, Pid, normal} ->
            receive
                {Answer, Reply} -> Reply
            end;
        {'DOWN', Monitor, process, Pid, Reason} ->
            {error, {crash, enit_callback:text(Reason)}}
    end.

locked(Change) ->
    try register(?LOCK, self()) of
        true -> reserved(Change)
    catch
        error:badarg -> {error, busy}
    end.

%% A node that enit started, by an enit that knows of it, starts no application until this process ends.
reserved(Change) ->
    IsAsked = whereis(enit_node) =/= undefined andalso erlang:function_exported(enit_node, begin_change, 0),
    case not IsAsked orelse enit_node:begin_change() of
        Free when Free =:= true; Free =:= ok -> checked(Change);
        {error, _} = Error -> Error
    end.

checked(#{stamp := Stamp, changes := Changes} = Change) ->
    Differing = [{App, Key} || {App, Keys} <- Changes, Key <- differing(App, Keys)],
    case enit_environment:stamp() of
        Stamp when Differing =:= [] -> noticed(Change);
        Stamp -> {error, {changed, Differing}};
        _ -> {error, outdated}
    end.

%% The keys that are not any more what the change was made from.
differing(App, Keys) ->
    Env = enit_environment:of_application(App),
    IsLoaded = lists:keymember(App, 1, application:loaded_applications()),
    [Key || {Key, Expected, _} <- Keys, not IsLoaded orelse enit_environment:value(Key, Env) =/= Expected].

%% The supervisor of the node hears of a change that takes its time.
noticed(#{changes := []} = Change) ->
    made(Change);
noticed(Change) ->
    notice(reloading),
    try
        made(Change)
    after
        notice(reloaded)
    end.

notice(Function) ->
    try
        _ = erlang:function_exported(enit_node, Function, 0) andalso enit_node:Function(),
        ok
    catch
        _:_ -> ok
    end.

made(#{client := Client, timeout := Timeout} = Change) ->
    enit_callback:watch(Client),
    case enit_environment:running(Timeout) of
        {ok, Running} -> made_started(Change, Running);
        {error, _} = Error -> Error
    end.

%% An application inside its start/2 does not count as running, and has read its former values.
made_started(#{changes := Changes} = Change, Running) ->
    Starting = proplists:get_value(starting, application:info(), []),
    case [App || {App, _} <- Changes, lists:keymember(App, 1, Starting)] of
        [] -> made(Change, Running);
        _ -> {error, starting}
    end.

made(#{changes := Changes} = Change, Running) ->
    Steps = in_start_order(Changes, Running),
    Before = [{App, application:get_all_env(App)} || {App, _, _} <- application:loaded_applications()],
    Way = #way{change = Change, steps = Steps, before = Before, running = Running},
    case steps(Steps, [], Way) of
        {done, Told} -> effective(Told, Way);
        {Cause, Told} -> undone(Cause, Told, Way)
    end.

%% In the order in which they started, so that what an application builds on knows before it does.
in_start_order(Changes, Running) ->
    Started = [Change || App <- Running, {A, _} = Change <- Changes, A =:= App],
    Started ++ (Changes -- Started).

steps(Steps, Told, #way{change = #{client := Client}} = Way) ->
    case {enit_callback:is_cancelled(Client), Steps} of
        {true, _} ->
            {cancelled, Told};
        {false, []} ->
            {done, Told};
        {false, [{App, Keys} | Others]} ->
            Answer = step(App, Keys, Way),
            case verdict(Answer) of
                good -> steps(Others, [Answer | Told], Way);
                cancelled -> {cancelled, [Answer | Told]};
                bad -> {{application, App}, [Answer | Told]}
            end
    end.

step(App, Keys, #way{change = #{timeout := Timeout}} = Way) ->
    try enit_environment:set(App, [{Key, Wanted} || {Key, _, Wanted} <- Keys], Timeout) of
        ok -> tell(App, Keys, Way)
    catch
        _:Reason -> {App, environment, enit_callback:text(Reason)}
    end.

tell(App, Keys, #way{change = #{client := Client, timeout := Timeout}, running = Running}) ->
    _ = erlang:send(Client, {enit_change, {telling, App}}, [noconnect]),
    {Kind, Text} = enit_callback:tell(App, Keys, Running, Client, Timeout),
    {App, Kind, Text}.

verdict({_, cancelled, _}) -> cancelled;
verdict({_, Kind, _}) when Kind =:= ok; Kind =:= no_callback; Kind =:= library; Kind =:= not_running -> good;
verdict(_) -> bad.

effective(Told, #way{steps = Steps, before = Before} = Way) ->
    case enit_effect:take(kernel_keys(Steps), logger_of(Before)) of
        ok -> committed(Told, Way);
        {error, {Key, Reason}} -> undone({effect, Key, enit_callback:text(Reason)}, Told, Way)
    end.

committed(Told, #way{change = #{record := Record}, steps = Steps, before = Before}) ->
    ok = enit_environment:record(Record, [Former || {App, _} = Former <- Before, lists:keymember(App, 1, Steps)]),
    {ok, #{outcome => applied, told => lists:reverse(Told)}}.

%% Puts back the environments of all applications, since a callback may have set keys of any of them, and tells the
%% applications that heard of the change of its opposite, the last one first. A callback may set keys then as well, so
%% the environments are put back once more. This cannot be cancelled. The reply names all that could not be undone.
undone(Cause, Told, #way{change = Change, steps = Steps} = Way) ->
    Changed = application:get_env(kernel, logger, []),
    _ = put_back(Way),
    Ineffective = undo_effect(Cause, Steps, Changed),
    Lasting = Way#way{change = Change#{client := self()}},
    Opposite = [
        tell(App, [{Key, Wanted, Running} || {Key, Running, Wanted} <- Keys], Lasting)
     || {App, Kind, _} <- Told, was_told(Kind), {A, Keys} <- Steps, A =:= App
    ],
    Failed = put_back(Way),
    {ok, #{
        outcome => undone,
        cause => Cause,
        told => lists:reverse(Told),
        undone => Failed ++ Ineffective ++ Opposite
    }}.

%% The applications whose environments are not as they were, and cannot be put back.
put_back(#way{before = Before, change = #{timeout := Timeout}}) ->
    Loaded = application:loaded_applications(),
    [
        Answer
     || {App, Env} <- Before, lists:keymember(App, 1, Loaded), Answer <- put_back(App, Env, min(Timeout, ?PUT_BACK))
    ].

put_back(App, Env, Timeout) ->
    try enit_environment:restore(App, Env, Timeout) of
        ok -> []
    catch
        _:Reason -> [{App, environment, enit_callback:text(Reason)}]
    end.

was_told(Kind) -> not lists:member(Kind, [no_callback, library, not_running, environment]).

undo_effect({effect, _, _}, Steps, Changed) ->
    case enit_effect:take(kernel_keys(Steps), Changed) of
        ok -> [];
        {error, {Key, Reason}} -> [{kernel, effect, enit_callback:text({Key, Reason})}]
    end;
undo_effect(_, _, _) ->
    [].

kernel_keys(Steps) -> [Key || {kernel, Keys} <- Steps, {Key, _, _} <- Keys].

logger_of(Before) -> proplists:get_value(logger, proplists:get_value(kernel, Before, []), []).
