-module(enit_notify_tests).

-include_lib("eunit/include/eunit.hrl").

nobody_is_told_without_a_socket_test() ->
    os:unsetenv("NOTIFY_SOCKET"),
    ?assertEqual(ok, enit_notify:send(enit_notify:open(), ["READY=1"])).

a_path_test() ->
    Path = filename:join("/tmp", "enit_notify_" ++ os:getpid()),
    _ = file:delete(Path),
    ?assertEqual(<<"READY=1\nSTATUS=a välue"/utf8>>, told(Path, Path, ["READY=1", ["STATUS=", "a välue"]])),
    ok = file:delete(Path).

a_name_without_a_place_test() ->
    Name = "enit_notify_" ++ os:getpid(),
    ?assertEqual(<<"STOPPING=1">>, told([0 | Name], "@" ++ Name, ["STOPPING=1"])).

%% A line is a variable.
a_text_stays_on_its_line_test() ->
    Name = "enit_notify_line_" ++ os:getpid(),
    ?assertEqual(<<"STATUS=one two">>, told([0 | Name], "@" ++ Name, ["STATUS=one\r\ntwo"])).

what_is_started_inherits_no_socket_test() ->
    os:putenv("NOTIFY_SOCKET", "@enit_nobody"),
    Socket = enit_notify:open(),
    ?assertEqual(false, os:getenv("NOTIFY_SOCKET")),
    ?assertEqual(ok, enit_notify:send(Socket, ["READY=1"])).

%% As the clock of the system has it: the time since the start of the host.
reloading_tells_the_time_test() ->
    ["RELOADING=1", ["MONOTONIC_USEC=", Digits]] = enit_notify:reloading(),
    {ok, Uptime} = file:read_file("/proc/uptime"),
    [Seconds | _] = string:split(Uptime, " "),
    Difference = abs(list_to_integer(Digits) / 1.0e6 - binary_to_float(Seconds)),
    ?assert(Difference < 60).

told(Address, Variable, Lines) ->
    {ok, Socket} = gen_udp:open(0, [{ifaddr, {local, Address}}, binary, {active, false}]),
    os:putenv("NOTIFY_SOCKET", Variable),
    ok = enit_notify:send(enit_notify:open(), Lines),
    {ok, {_, _, Datagram}} = gen_udp:recv(Socket, 0, 5000),
    ok = gen_udp:close(Socket),
    Datagram.
