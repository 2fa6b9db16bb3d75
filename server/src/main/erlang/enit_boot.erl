%% What a node of a release runs first: `erl -s enit_boot'.
-module(enit_boot).

-export([start/0]).

%% The application enit does the rest. It is permanent: when it ends, the node goes down.
-spec start() -> ok.
start() ->
    %% Read by now, unless a flag put another -epmd_module in our place.
    ok = enit_plan:read(),
    ok = load_modules(),
    write_unicode(),
    case application:start(enit, permanent) of
        ok -> ok;
        {error, Reason} -> stop(Reason)
    end.

%% All of enit, so that a node does not depend on where enit lies: enit may be moved or upgraded while the node runs. What
%% cannot be loaded is not needed for the start.
load_modules() ->
    case application:load(enit) of
        Loaded when Loaded =:= ok; Loaded =:= {error, {already_loaded, enit}} ->
            {ok, Modules} = application:get_key(enit, modules),
            _ = code:ensure_modules_loaded(Modules),
            ok;
        {error, Reason} ->
            stop(Reason)
    end.

%% The log is UTF-8 whatever the locale is: with that of a service manager, which is mostly none, an emulator writes
%% \x{2026} for a character.
write_unicode() ->
    _ = [io:setopts(Device, [{encoding, unicode}]) || Device <- [user, standard_error]],
    ok.

%% Without a crash dump: it would say nothing more.
stop(Reason) ->
    io:format(standard_error, "enit cannot start in this node: ~0tp~n", [Reason]),
    init:stop(1).
