#!/usr/bin/env escript
%% -*- erlang -*-
%%! +fnu -noinput
%% Answers what file:consult/1 of this OTP makes of a text, for as long as somebody asks. Requests and answers are
%% packets with four bytes of length; the file that is consulted stands in the directory given as argument.
-mode(compile).

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

%% "r": the release. "c" Text: accepted or refused. "s" Length:32 One Other: whether both are accepted with the same value.
answer(<<"r">>, _Dir) ->
    list_to_binary(erlang:system_info(otp_release));
answer(<<"c", Text/binary>>, Dir) ->
    case consult(Text, Dir) of
        {ok, Terms} -> iolist_to_binary(io_lib:format("ok ~b", [length(Terms)]));
        {error, Error} -> refused(Error)
    end;
answer(<<"s", Length:32, One:Length/binary, Other/binary>>, Dir) ->
    case {consult(One, Dir), consult(Other, Dir)} of
        {{ok, Same}, {ok, Same}} -> <<"same">>;
        {{ok, A}, {ok, B}} -> cut(io_lib:format("differ: ~0tp and ~0tp", [A, B]));
        {{error, Error}, _} -> refused(Error);
        {_, {error, Error}} -> refused(Error)
    end.

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
