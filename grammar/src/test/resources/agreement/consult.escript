#!/usr/bin/env escript
%% -*- erlang -*-
%%! +fnu -noinput
%% Answers what file:consult/1 of this OTP makes of a text, until its input ends. Requests and answers are packets with
%% four bytes of length; the file that is consulted stands in the directory given as argument. With a table as second
%% argument it prints the value of each text in the table's first column instead: see tools/record-consult.
-mode(compile).

main([Dir, Table]) ->
    ok = io:setopts([{encoding, unicode}]),
    {ok, Bytes} = file:read_file(Table),
    [io:put_chars([value(text(Line), Dir), $\n]) || Line <- lines(Bytes)];
main([Dir]) ->
    Port = open_port({fd, 0, 1}, [binary, eof, {packet, 4}]),
    loop(Port, Dir).

loop(Port, Dir) ->
    receive
        {Port, {data, Request}} ->
            port_command(Port, answer(Request, Dir)),
            loop(Port, Dir);
        {Port, eof} ->
            ok
    end.

%% "r": the release. "v" Text: its value, "no" where it is refused. "c" Text: accepted or refused. "h" Text: as "c", with a hash of
%% the value. "s" Length:32 One Other: whether both are accepted with the same value.
answer(<<"r">>, _Dir) ->
    list_to_binary(erlang:system_info(otp_release));
answer(<<"v", Text/binary>>, Dir) ->
    unicode:characters_to_binary(value(Text, Dir));
answer(<<"c", Text/binary>>, Dir) ->
    case consult(Text, Dir) of
        {ok, Terms} -> iolist_to_binary(io_lib:format("ok ~b", [length(Terms)]));
        {error, Error} -> refused(Error)
    end;
answer(<<"h", Text/binary>>, Dir) ->
    case consult(Text, Dir) of
        {ok, Terms} -> iolist_to_binary(io_lib:format("ok ~b", [erlang:phash2(Terms, 1 bsl 32)]));
        {error, Error} -> refused(Error)
    end;
answer(<<"s", Length:32, One:Length/binary, Other/binary>>, Dir) ->
    case {consult(One, Dir), consult(Other, Dir)} of
        {{ok, Same}, {ok, Same}} -> <<"same">>;
        {{ok, A}, {ok, B}} -> cut(io_lib:format("differ: ~0tp and ~0tp", [A, B]));
        {{error, Error}, _} -> refused(Error);
        {_, {error, Error}} -> refused(Error)
    end.

%% Strings as lists of numbers: the value does not depend on how this OTP prints.
value(Text, Dir) ->
    case consult(Text, Dir) of
        {ok, [Term]} -> io_lib:format("~tw", [Term]);
        {ok, Terms} -> io_lib:format("~b terms", [length(Terms)]);
        {error, _} -> "no"
    end.

lines(Bytes) ->
    [Line || Line <- string:split(Bytes, <<"\n">>, all), Line =/= <<>>].

%% The first column, in which a line feed and a carriage return are written as symbols.
text(Line) ->
    [Written | _] = string:split(Line, <<"\t">>),
    Lines = string:replace(Written, <<"\x{23CE}"/utf8>>, <<"\n">>, all),
    iolist_to_binary(string:replace(Lines, <<"\x{240D}"/utf8>>, <<"\r">>, all)).

refused({Line, _, _} = Error) when is_integer(Line) ->
    cut(io_lib:format("error ~b ~ts", [Line, file:format_error(Error)]));
refused(Error) ->
    cut(io_lib:format("error 0 ~0tp", [Error])).

cut(Text) ->
    unicode:characters_to_binary(lists:sublist(lists:flatten(Text), 2000)).

consult(Text, Dir) ->
    File = filename:join(Dir, "consulted"),
    ok = file:write_file(File, Text),
    file:consult(File).
