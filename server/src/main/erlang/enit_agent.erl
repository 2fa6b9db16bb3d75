%% What enit asks inside a node. In a node that enit did not start, this module is loaded from outside and is all
%% that stays behind. It needs nothing but kernel and stdlib.
-module(enit_agent).

-include("enit_agent.hrl").

-export([version/0, request/2, shown/3]).

%% The modules that make changes.
-define(CHANGE, [enit_environment, enit_callback, enit_effect, enit_change]).

%% The module that tells which code runs.
-define(CODE, [enit_code]).

%% The module that tells a client how the node is; it needs those as well.
-define(WATCH, [enit_watch, enit_code | ?CHANGE]).

%% Put in front of a list, it keeps io_lib from taking the list for a string; shown/3 removes it from the text.
-define(LIST, '$enit_list').

%% Shorter lists of small numbers are too often no text: ports, limits, bytes of an address.
-define(SHORTEST_TEXT, 3).

%% How long the application controller may take: it stands still while it calls a config_change/3.
-define(CONTROLLER_TIMEOUT, 1000).

-type request() ::
    status
    | snapshot
    | code
    | stop
    | {watch, Client :: pid(), Interval :: pos_integer()}
    | {call, module(), atom(), [term()]}
    | {change, term()}.

-export_type([request/0]).

-spec version() -> pos_integer().
version() -> ?AGENT_VERSION.

%% The one entry. {error, {load, Modules}} asks for modules that this node lacks or has in another version.
-spec request(pos_integer(), request()) -> {ok, term()} | {error, term()}.
request(?AGENT_VERSION, Request) ->
    handle(Request);
request(_, _) ->
    {error, {load, [?MODULE]}}.

handle(status) ->
    {ok, status()};
handle(snapshot) ->
    with(enit_change, ?CHANGE, fun enit_environment:snapshot/0);
handle(code) ->
    with(enit_code, ?CODE, fun() -> {ok, enit_code:running()} end);
handle({watch, Client, Interval}) ->
    with(enit_watch, ?WATCH, fun() -> enit_watch:start(Client, Interval) end);
handle({call, Module, Function, Arguments}) ->
    call(Module, Function, Arguments);
handle({change, Change}) ->
    with(enit_change, ?CHANGE, fun() -> enit_change:run(Change) end);
handle(stop) ->
    stop();
handle(_) ->
    {error, unknown_request}.

%% ---------------------------------------------------------------------------------------------------- status

status() ->
    #{
        node => node(),
        pid => list_to_binary(os:getpid()),
        otp => list_to_binary(erlang:system_info(otp_release)),
        erts => list_to_binary(erlang:system_info(version)),
        uptime => uptime(),
        connected => nodes(),
        running => running(),
        memory => memory(),
        enit => init:get_argument(enit_release) =/= error,
        boot => boot()
    }.

%% erlang:statistics(wall_clock) would change what others see in it.
uptime() ->
    Native = erlang:monotonic_time() - erlang:system_info(start_time),
    erlang:convert_time_unit(Native, native, millisecond).

running() ->
    try application:which_applications(?CONTROLLER_TIMEOUT) of
        Running -> [{App, text(Vsn)} || {App, _, Vsn} <- Running]
    catch
        exit:_ -> undefined
    end.

%% Not every emulator can tell.
memory() ->
    try
        erlang:memory()
    catch
        error:_ -> []
    end.

boot() ->
    case erlang:function_exported(enit_node, boot_status, 0) of
        true ->
            try
                enit_node:boot_status()
            catch
                _:_ -> undefined
            end;
        false ->
            undefined
    end.

%% ------------------------------------------------------------------------------------------------------ call

%% The result is printed here: processes and functions are shown as the node itself shows them.
call(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments) of
        Result -> {ok, shown("~tp", Result, [])}
    catch
        error:undef:Stack -> undefined_function(Module, Function, Arguments, Stack);
        Class:Reason:Stack -> exception(Class, Reason, Stack)
    end.

undefined_function(Module, Function, Arguments, [{Module, Function, Arguments, _} | _]) ->
    {error, {undef, exported(Module), length(Arguments)}};
undefined_function(_, _, _, Stack) ->
    exception(error, undef, Stack).

%% What the module has instead.
exported(Module) ->
    try Module:module_info(exports) of
        Exports -> {exports, Exports}
    catch
        error:undef -> no_module
    end.

exception(Class, Reason, Stack) ->
    Inner = lists:takewhile(fun(Frame) -> element(1, Frame) =/= ?MODULE end, Stack),
    {error, {exception, Class, shown("~tp", Reason, []), [frame(F) || F <- lists:sublist(Inner, 8)]}}.

frame({M, F, Arguments, Location}) when is_list(Arguments) ->
    frame({M, F, length(Arguments), Location});
frame({M, F, Arity, Location}) ->
    case {proplists:get_value(file, Location), proplists:get_value(line, Location)} of
        {File, Line} when File =/= undefined, Line =/= undefined ->
            printed("~tw:~tw/~w (~ts:~w)", [M, F, Arity, File, Line]);
        _ ->
            printed("~tw:~tw/~w", [M, F, Arity])
    end.

printed(Format, Arguments) ->
    unicode:characters_to_binary(io_lib:format(Format, Arguments)).

%% A term in a format of io_lib. A list is shown as a string only where it is three printable ASCII characters or more:
%% io_lib takes [80,81] for "PQ", and [8080,8081] for "ᾐᾑ".
-spec shown(string(), term(), list()) -> binary().
shown(Format, Term, Options) ->
    Text = io_lib:format(Format, [marked(Term)], Options),
    re:replace(Text, "'\\$enit_list'(,\\s*|(?=\\|))", "", [global, unicode, {return, binary}]).

marked([_ | _] = List) ->
    case io_lib:printable_unicode_list(List) of
        true ->
            case is_text(List, 0) of
                true -> List;
                false -> [?LIST | List]
            end;
        false ->
            elements(List)
    end;
marked(Tuple) when is_tuple(Tuple) ->
    list_to_tuple(elements(tuple_to_list(Tuple)));
marked(Map) when is_map(Map) ->
    maps:from_list([{marked(Key), marked(Value)} || {Key, Value} <- maps:to_list(Map)]);
marked(Term) ->
    Term.

elements([Element | Rest]) -> [marked(Element) | elements(Rest)];
elements([]) -> [];
elements(Tail) -> marked(Tail).

is_text([C | Rest], Printable) when C >= $\s, C < 16#7F -> is_text(Rest, Printable + 1);
is_text([C | Rest], Printable) when C =:= $\n; C =:= $\r; C =:= $\t -> is_text(Rest, Printable);
is_text([], Printable) -> Printable >= ?SHORTEST_TEXT;
is_text(_, _) -> false.

%% ------------------------------------------------------------------------------------------------ everything else

%% Some requests have modules of their own, which a node that enit did not start lacks until the first one. The version
%% of one of them stands for all. All are loaded before the first is called: the folder that they are loaded from may
%% vanish while the node runs, and then the client has to bring them.
with(Module, Modules, Action) ->
    try code:ensure_modules_loaded(Modules) =:= ok andalso Module:protocol() of
        ?AGENT_VERSION -> Action();
        _ -> {error, {load, Modules}}
    catch
        error:undef -> {error, {load, Modules}}
    end.

stop() ->
    case erlang:function_exported(enit_node, stop, 0) of
        true -> enit_node:stop();
        false -> init:stop()
    end,
    {ok, stopping}.

%% Versions are strings, by custom only.
text(Vsn) ->
    try unicode:characters_to_binary(Vsn) of
        Text when is_binary(Text) -> Text;
        _ -> printed("~tp", [Vsn])
    catch
        error:badarg -> printed("~tp", [Vsn])
    end.
