%% The reason why an application did not start or has ended, as text: OTP wraps it in many layers, of which the user
%% needs the way to the innermost.
-module(enit_reason).

-export([of_start/1, of_end/1]).

%% A longer text belongs into the log, where the reports of OTP are.
-define(LONGEST, 600).

%% Of the reason of application:start/1 or load/1.
-spec of_start(term()) -> binary().
of_start({"no such file or directory", File}) ->
    text("~ts is not on the code path", [File]);
of_start({not_started, App}) ->
    text("it needs ~tw, which does not run", [App]);
of_start({bad_return, {{Module, start, [Type, _]}, {'EXIT', Reason}}}) ->
    text("~tw:start(~0tp, …) crashed: ~ts", [Module, Type, inner(Reason)]);
of_start({bad_return, {{Module, start, _}, Answer}}) ->
    text("~tw:start/2 answered ~ts, which is neither {ok, Pid} nor {error, Reason}", [Module, shown(Answer)]);
of_start({Reason, {Module, start, [_, _]}}) when is_atom(Module) ->
    text("~tw:start/2: ~ts", [Module, inner(Reason)]);
of_start(Reason) ->
    inner(Reason).

%% Of the reason with which the master of an application has ended.
-spec of_end(term()) -> binary().
of_end(shutdown) ->
    <<"its top supervisor has given up">>;
of_end(killed) ->
    <<"its top process was killed">>;
of_end(Reason) ->
    inner(Reason).

inner({shutdown, {failed_to_start_child, Child, Reason}}) ->
    text("~ts: ~ts", [shown(Child), inner(Reason)]);
inner({shutdown, Reason}) ->
    inner(Reason);
inner({'EXIT', Reason}) ->
    inner(Reason);
inner({{shutdown, _} = Reason, {child, _, _, _, _, _, _, _, _}}) ->
    inner(Reason);
inner({undef, [{Module, Function, Arguments, _} | _]}) ->
    case unloadable(Module) of
        {true, Why} -> Why;
        false -> text("there is no function ~tw:~tw/~w", [Module, Function, arity(Arguments)])
    end;
inner({Reason, [{Module, Function, Arguments, Location} | _]}) when is_atom(Module), is_list(Location) ->
    text("~ts, in ~tw:~tw/~w~ts", [shown(Reason), Module, Function, arity(Arguments), place(Location)]);
inner(Reason) ->
    shown(Reason).

%% Only of a module that an application lists: where any other should be is not known.
unloadable(Module) ->
    case {code:ensure_loaded(Module), application:get_application(Module)} of
        {{error, nofile}, {ok, App}} -> {true, absent(Module, App)};
        {{error, Why}, {ok, App}} -> {true, corrupt(Module, App, Why)};
        _ -> false
    end.

absent(Module, App) ->
    text("its module ~tw is missing: there is no ~ts; install ~tw again", [Module, beam(Module, App), App]).

corrupt(Module, App, Why) ->
    File =
        case code:where_is_file(atom_to_list(Module) ++ ".beam") of
            non_existing -> beam(Module, App);
            Path -> Path
        end,
    text("its module ~tw cannot be loaded (~tw): ~ts; install ~tw again", [Module, Why, File, App]).

%% Where it should be.
beam(Module, App) ->
    Name = atom_to_list(Module) ++ ".beam",
    case code:where_is_file(atom_to_list(App) ++ ".app") of
        non_existing -> Name;
        File -> filename:join(filename:dirname(File), Name)
    end.

arity(Arguments) when is_list(Arguments) -> length(Arguments);
arity(Arity) -> Arity.

place(Location) ->
    case {proplists:get_value(file, Location), proplists:get_value(line, Location)} of
        {File, Line} when File =/= undefined, Line =/= undefined -> io_lib:format(" (~ts:~w)", [File, Line]);
        _ -> ""
    end.

shown(Term) ->
    enit_agent:shown("~0tp", Term, [{chars_limit, ?LONGEST}]).

text(Format, Arguments) ->
    unicode:characters_to_binary(io_lib:format(Format, Arguments, [{chars_limit, ?LONGEST}])).
