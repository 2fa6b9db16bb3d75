%% Reads every tree of a directory with enit_config and compares it with what is expected of it. For each tree:
%% DIRECTORY/NUMBER/var/lib/enit, DIRECTORY/NUMBER/etc/enit and the file DIRECTORY/NUMBER/expected, with one term:
%%
%%   {ok, Name, [{Property, Value}]}    the release as enit_config has it
%%   {error, Name, [{file, File} | {reason, Reason}]}    what an error may name, or be
%%
%% Writes a line for each tree where the two differ, its number and the words in base64, and `done' in the end.
-module(merge_agreement).

-export([run/1]).

run([Directory, Count, Results]) ->
    Lines = [line(Number, differs(filename:join(Directory, Number))) || Number <- numbers(Count)],
    ok = file:write_file(Results, [Lines, "done\n"]),
    init:stop().

numbers(Count) ->
    [integer_to_list(Number) || Number <- lists:seq(1, list_to_integer(Count))].

line(_Number, same) -> "";
line(Number, Words) -> [Number, $\t, base64:encode(unicode:characters_to_binary(Words)), $\n].

differs(Tree) ->
    case file:consult(filename:join(Tree, "expected")) of
        {ok, [{Kind, Name, Expected}]} ->
            Releases = filename:join(Tree, "var/lib/enit"),
            Configs = filename:join(Tree, "etc/enit"),
            compare(Kind, Expected, enit_config:read(Name, Releases, Configs));
        {error, Mistake} ->
            ["what is expected is no term: ", file:format_error(Mistake), $\n]
    end.

compare(ok, Expected, {ok, Release}) ->
    compare(maps:from_list(Expected), Release);
compare(error, Allowed, {error, Reason}) ->
    case lists:member({reason, Reason}, Allowed) orelse lists:member({file, element(2, Reason)}, Allowed) of
        true -> same;
        false -> io_lib:format("expected one of ~0tp~nread ~0tp~n", [Allowed, Reason])
    end;
compare(Kind, Expected, Result) ->
    io_lib:format("expected ~s ~0tp~nread ~0tp~n", [Kind, Expected, Result]).

compare(Same, Same) ->
    same;
compare(Expected, Release) ->
    [
        io_lib:format("~s: expected ~0tp~n  read ~0tp~n", [Key, maps:get(Key, Expected, none), maps:get(Key, Release, none)])
     || Key <- lists:usort(maps:keys(Expected) ++ maps:keys(Release)),
        maps:find(Key, Expected) =/= maps:find(Key, Release)
    ].
