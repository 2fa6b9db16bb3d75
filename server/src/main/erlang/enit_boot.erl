%% What a node of a release runs first: `erl -s enit_boot'.
-module(enit_boot).

-export([start/0]).

%% The application enit does the rest. It is permanent: a node that nobody watches goes down.
-spec start() -> ok.
start() ->
    %% Read by now, unless somebody put another -epmd_module in our place.
    ok = enit_plan:read(),
    case application:start(enit, permanent) of
        ok -> ok;
        {error, Reason} -> stop(Reason)
    end.

%% Without a crash dump: it would say nothing more.
stop(Reason) ->
    io:format(standard_error, "enit cannot start in this node: ~0tp~n", [Reason]),
    init:stop(1).
