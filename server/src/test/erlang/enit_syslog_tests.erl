-module(enit_syslog_tests).

-include_lib("eunit/include/eunit.hrl").
-include_lib("kernel/include/logger.hrl").

syslog_test_() ->
    {foreach, fun open/0, fun close/1, [
        fun(Log) -> {"a line has its priority, time and sender", fun() -> a_line(Log) end} end,
        fun(Log) -> {"a report is one line", fun() -> one_line(Log) end} end,
        fun(Log) -> {"what waits at the end is sent", fun() -> at_the_end(Log) end} end,
        fun(Log) -> {"a log that has gone is not waited for", fun() -> gone(Log) end} end
    ]}.

open() ->
    Path = filename:join("/tmp", "enit_syslog_" ++ os:getpid()),
    _ = file:delete(Path),
    {ok, Socket} = gen_udp:open(0, [{ifaddr, {local, Path}}, binary, {active, false}]),
    application:set_env(enit, syslog_socket, list_to_binary(Path)),
    {ok, Default} = logger:get_handler_config(default),
    {ok, Pid} = enit_syslog:start_link(relex),
    %% It is installed when it answers.
    ignored = gen_server:call(Pid, are_you_there),
    {Socket, Path, Pid, Default}.

close({Socket, Path, Pid, Default}) ->
    unlink(Pid),
    try
        gen_server:stop(Pid)
    catch
        exit:_ -> ended
    end,
    _ = gen_udp:close(Socket),
    _ = file:delete(Path),
    application:unset_env(enit, syslog_socket),
    _ = logger:remove_handler(default),
    #{module := Module} = Default,
    ok = logger:add_handler(default, Module, maps:remove(id, Default)).

received({Socket, _, _, _}) ->
    {ok, {_, _, Datagram}} = gen_udp:recv(Socket, 0, 5000),
    Datagram.

a_line(Log) ->
    ?LOG_ERROR("a ~ts line", ["sïmple"]),
    Line = received(Log),
    Pattern = "^<27>[A-Z][a-z]{2} [ 0-9][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} relex\\[" ++ os:getpid() ++ "\\]: a sïmple line$",
    ?assertMatch({match, _}, re:run(Line, Pattern, [unicode])),
    ?assertEqual({error, {not_found, default}}, logger:get_handler_config(default)).

one_line(Log) ->
    ?LOG_NOTICE("one~ntwo~n~p", [lists:seq(1, 200)]),
    Line = received(Log),
    ?assertMatch(<<"<29>", _/binary>>, Line),
    ?assertEqual(nomatch, binary:match(Line, <<"\n">>)).

at_the_end({_, _, Pid, _} = Log) ->
    ok = sys:suspend(Pid),
    ?LOG_WARNING("last words"),
    unlink(Pid),
    ok = sys:resume(Pid),
    ok = gen_server:stop(Pid),
    ?assertMatch({match, _}, re:run(received(Log), "<28>.*: last words$")).

gone({Socket, Path, Pid, _}) ->
    ok = gen_udp:close(Socket),
    ok = file:delete(Path),
    ?LOG_ERROR("no one reads this"),
    ?assertEqual(ignored, gen_server:call(Pid, are_you_there)).
