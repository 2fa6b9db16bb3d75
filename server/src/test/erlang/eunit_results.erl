%% Runs EUnit and writes one line for each test, for the JUnit test: status, module, name and words, divided
%% by tabs, the words in base64. The last line is `done', so that a run that ended too early can be told.
-module(eunit_results).

-behaviour(eunit_listener).

-export([run/1]).
-export([start/1, init/1, handle_begin/3, handle_end/3, handle_cancel/3, terminate/2]).

%% Called with `-run eunit_results run File Module ...'.
run([File | Names]) ->
    Modules = [list_to_atom(Name) || Name <- Names],
    ok = file:write_file(File, ""),
    %% Each module alone: what one leaves behind, such as a group that was cancelled, is told with its name.
    [eunit:test({module, Module}, [no_tty, {report, {?MODULE, [{file, File}, {module, Module}]}}]) || Module <- Modules],
    ok = file:write_file(File, "done\n", [append]),
    init:stop().

start(Options) ->
    eunit_listener:start(?MODULE, Options).

init(Options) ->
    receive
        {start, _Reference} -> Options
    end.

handle_begin(_Kind, _Data, State) ->
    State.

handle_end(group, _Data, State) ->
    State;
handle_end(test, Data, State) ->
    Words = [proplists:get_value(output, Data, <<>>)],
    case proplists:get_value(status, Data) of
        ok -> result(passed, name(Data), Words, State);
        {skipped, Reason} -> result(skipped, name(Data), reason(Reason), State);
        {error, Exception} -> result(failed, name(Data), [eunit_lib:format_exception(Exception), $\n | Words], State)
    end.

%% A test is a function, or a fun in one: `-name_test_/0-fun-1-'.
name(Data) ->
    {_, Function, _} = proplists:get_value(source, Data),
    described(hd(string:lexemes(atom_to_list(Function), "-/")), Data).

%% A test is cancelled with the group around it, and that says why; a group for a failing setup, a time limit, an exit.
handle_cancel(test, Data, State) ->
    result(failed, name(Data), reason(proplists:get_value(reason, Data)), State);
handle_cancel(group, Data, State) ->
    case proplists:get_value(reason, Data) of
        undefined -> State;
        Reason -> result(failed, described("group", Data), reason(Reason), State)
    end.

terminate({ok, _Data}, _State) ->
    ok;
terminate({error, Reason}, State) ->
    result(failed, "EUnit", reason(Reason), State).

result(Status, Name, Words, State) ->
    Text = base64:encode(unicode:characters_to_binary(Words)),
    Line = io_lib:format("~s\t~s\t~ts\t~s~n", [Status, proplists:get_value(module, State), one_line(Name), Text]),
    ok = file:write_file(proplists:get_value(file, State), unicode:characters_to_binary(Line), [append]),
    State.

described(Name, Data) ->
    case {proplists:get_value(line, Data, 0), proplists:get_value(desc, Data)} of
        {0, undefined} -> Name;
        {0, Words} -> io_lib:format("~ts, ~ts", [Name, Words]);
        {Line, undefined} -> io_lib:format("~ts, line ~b", [Name, Line]);
        {Line, Words} -> io_lib:format("~ts, ~ts, line ~b", [Name, Words, Line])
    end.

one_line(Name) ->
    [case Char < $\s of true -> $\s; false -> Char end || Char <- lists:flatten(unicode:characters_to_list(Name))].

reason({abort, {Kind, {_, _, _} = Exception}}) ->
    io_lib:format("~p~n~ts", [Kind, eunit_lib:format_exception(Exception)]);
reason({blame, _Id}) ->
    "The tests after the one that failed last were not run.";
reason(Reason) ->
    io_lib:format("~tp", [Reason]).
