%% Tells a client outside of the node how the node is, for as long as the client is there. Loaded, with the modules that
%% it uses, into nodes that enit did not start as well.
%%
%% No process in a node says when an environment changes, so it is looked at every few seconds, here where that costs next to
%% nothing; what goes over the wire is what changed. The client sees the end of the node as the end of its
%% connection.
-module(enit_watch).

-include("enit_agent.hrl").

-export([protocol/0, start/2, init/1, loop/1]).

%% Milliseconds between two looks while applications are being started.
-define(STARTING, 500).

%% Milliseconds between two looks at the loaded modules, of which there are hundreds.
-define(CODE, 10000).

-record(watch, {
    client :: pid(),
    interval :: pos_integer(),
    %% of the last snapshot that was sent
    sent = none :: none | integer(),
    %% of the last code that was sent
    code = none :: none | integer(),
    %% in monotonic milliseconds, when the code is looked at next
    code_at = none :: none | integer()
}).

%% The version that this module was compiled for.
-spec protocol() -> pos_integer().
protocol() -> ?AGENT_VERSION.

%% Begins to tell. The client is sent `{enit_watch, Status, Snapshot, Code}' at once and then again and again, with the
%% atom `same' in the place of a snapshot and of code that it has, and `busy' for a snapshot that the node cannot give.
%%
%% Interval: milliseconds between two looks.
-spec start(Client :: pid(), Interval :: pos_integer()) -> {ok, watching}.
start(Client, Interval) when is_pid(Client), is_integer(Interval), Interval > 0 ->
    _ = spawn(?MODULE, init, [#watch{client = Client, interval = Interval}]),
    {ok, watching}.

init(#watch{client = Client} = Watch) ->
    enit_callback:watch(Client),
    loop(Watch).

%% Exported so that a newer version of this module takes over; that of another enit ends it.
loop(#watch{client = Client, interval = Interval} = Watch) ->
    {ok, Status} = enit_agent:request(protocol(), status),
    {Told, WithNews} = news(Watch),
    {Code, Next} = code(WithNews, erlang:monotonic_time(millisecond)),
    _ = erlang:send(Client, {?MODULE, Status, Told, Code}, [noconnect]),
    receive
        {nodedown, _} -> ok;
        {'DOWN', _, process, Client, _} -> ok
    after wait(Status, Interval) ->
        ?MODULE:loop(Next)
    end;
loop(_OfAnotherVersion) ->
    ok.

news(#watch{sent = Sent} = Watch) ->
    case enit_environment:snapshot() of
        {ok, Snapshot} ->
            case erlang:phash2(Snapshot, 1 bsl 32) of
                Sent -> {same, Watch};
                Hash -> {Snapshot, Watch#watch{sent = Hash}}
            end;
        {error, _} ->
            {busy, Watch}
    end.

code(#watch{code_at = At} = Watch, Now) when is_integer(At), Now < At ->
    {same, Watch};
code(#watch{code = Sent} = Watch, Now) ->
    Next = Watch#watch{code_at = Now + ?CODE},
    try enit_code:running() of
        Code ->
            case enit_code:stamp(Code) of
                Sent -> {same, Next};
                Stamp -> {Code, Next#watch{code = Stamp}}
            end
    catch
        %% The code path was changed in the middle, or is none: the status is told nevertheless.
        _:_ -> {same, Next}
    end.

wait(#{boot := #{state := starting}}, Interval) -> min(?STARTING, Interval);
wait(_, Interval) -> Interval.
