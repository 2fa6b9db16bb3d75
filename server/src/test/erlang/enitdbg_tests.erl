-module(enitdbg_tests).

-include_lib("eunit/include/eunit.hrl").

-export([traced/1, failing/0, spin/1]).

%% What is traced.
traced(N) -> local(N) + 1.

local(N) -> N * 2.

failing() -> error(on_purpose).

enitdbg_test_() ->
    {foreach, fun() -> ok end, fun(_) -> enitdbg:stop() end, [
        {"calls are told with what they return", fun calls_are_told_with_what_they_return/0},
        {"a function is traced alone", fun a_function_is_traced_alone/0},
        {"exceptions are told", fun exceptions_are_told/0},
        {"the port is on the loopback interface", fun the_port_is_on_the_loopback_interface/0},
        {"one tracer at a time", fun one_tracer_at_a_time/0},
        {"a port that is taken is an error", fun a_port_that_is_taken_is_an_error/0},
        {"what came before the client is kept", fun what_came_before_the_client_is_kept/0},
        {"the client is told what was dropped", fun the_client_is_told_what_was_dropped/0},
        {"a client may go and another come", fun a_client_may_go_and_another_come/0},
        {"a second client is sent away", fun a_second_client_is_sent_away/0},
        {"nothing grows with a client that does not read",
            {timeout, 60, fun nothing_grows_with_a_client_that_does_not_read/0}},
        {"a flood of calls is held back", {timeout, 60, fun a_flood_of_calls_is_held_back/0}},
        {"stop ends the client and takes the patterns back", fun stop_ends_the_client_and_takes_the_patterns_back/0},
        {"a file has the traces", fun a_file_has_the_traces/0},
        {"a file that cannot be written is an error", fun a_file_that_cannot_be_written_is_an_error/0},
        {"a link is not written", fun a_link_is_not_written/0},
        {"nothing can be traced without a tracer", fun nothing_can_be_traced_without_a_tracer/0}
    ]}.

calls_are_told_with_what_they_return() ->
    client(start()),
    {ok, Matched} = enitdbg:mod(?MODULE),
    ?assertMatch({matched, _, N} when N > 3, hd(Matched)),
    ?assertEqual(7, traced(3)),
    Self = self(),
    ?assertEqual({trace, Self, call, {?MODULE, traced, [3]}}, next()),
    ?assertEqual({trace, Self, call, {?MODULE, local, [3]}}, next()),
    ?assertEqual({trace, Self, return_from, {?MODULE, local, 1}, 6}, next()),
    ?assertEqual({trace, Self, return_from, {?MODULE, traced, 1}, 7}, next()).

a_function_is_traced_alone() ->
    client(start()),
    {ok, _} = enitdbg:fn(?MODULE, local),
    ?assertEqual(7, traced(3)),
    ?assertMatch({trace, _, call, {?MODULE, local, [3]}}, next()),
    ?assertMatch({trace, _, return_from, {?MODULE, local, 1}, 6}, next()),
    _ = traced(4),
    ?assertMatch({trace, _, call, {?MODULE, local, [4]}}, next()).

exceptions_are_told() ->
    client(start()),
    {ok, _} = enitdbg:fn(?MODULE, failing),
    ?assertError(on_purpose, failing()),
    ?assertMatch({trace, _, call, {?MODULE, failing, []}}, next()),
    ?assertMatch({trace, _, exception_from, {?MODULE, failing, 0}, {error, on_purpose}}, next()).

the_port_is_on_the_loopback_interface() ->
    Port = start(),
    ?assertEqual([{127, 0, 0, 1}], listening(Port)).

%% Returns the addresses of listening sockets at a port, as the kernel has them.
listening(Port) ->
    {ok, Table} = file:read_file("/proc/net/tcp"),
    {ok, Table6} = file:read_file("/proc/net/tcp6"),
    Lines = string:lexemes(<<Table/binary, Table6/binary>>, "\n"),
    Listen = [string:lexemes(Local, ":") || Line <- Lines, [_, Local, _, <<"0A">> | _] <- [string:lexemes(Line, " ")]],
    [
        list_to_tuple(lists:reverse(binary_to_list(binary:decode_hex(Address))))
     || [Address, Number] <- Listen, binary_to_integer(Number, 16) =:= Port
    ].

one_tracer_at_a_time() ->
    _ = start(),
    ?assertEqual({error, already_started}, enitdbg:ip(0)),
    enitdbg:stop(),
    ?assertMatch({ok, _}, enitdbg:ip(0)).

a_port_that_is_taken_is_an_error() ->
    {ok, Taken} = gen_tcp:listen(0, [{ip, loopback}]),
    {ok, Port} = inet:port(Taken),
    ?assertEqual({error, eaddrinuse}, enitdbg:ip(Port)),
    ?assertEqual({error, no_tracer}, enitdbg:port()),
    ok = gen_tcp:close(Taken).

what_came_before_the_client_is_kept() ->
    Port = start(),
    {ok, _} = enitdbg:fn(?MODULE, local),
    _ = traced(1),
    client(Port),
    ?assertMatch({trace, _, call, {?MODULE, local, [1]}}, next()),
    ?assertMatch({trace, _, return_from, {?MODULE, local, 1}, 2}, next()).

%% Of 3,000 messages without a client the first 1,000 are kept; the next that has room comes after the count.
the_client_is_told_what_was_dropped() ->
    Port = start(),
    {ok, _} = enitdbg:fn(?MODULE, local),
    [traced(N) || N <- lists:seq(1, 1500)],
    delivered(),
    client(Port),
    Kept = [next() || _ <- lists:seq(1, 1000)],
    ?assertMatch({trace, _, call, {?MODULE, local, [1]}}, hd(Kept)),
    ?assertMatch({trace, _, return_from, {?MODULE, local, 1}, 1000}, lists:last(Kept)),
    ?assertEqual({drop, 2000}, next()),
    _ = traced(9999),
    ?assertMatch({trace, _, call, {?MODULE, local, [9999]}}, next()).

a_client_may_go_and_another_come() ->
    Port = start(),
    {ok, _} = enitdbg:fn(?MODULE, local),
    First = client(Port),
    _ = traced(1),
    ?assertMatch({trace, _, call, _}, next()),
    ?assertMatch({trace, _, return_from, _, _}, next()),
    ok = dbg:stop_trace_client(First),
    client(Port),
    %% The first one's end may show only in a send, which loses that message.
    received(fun() -> traced(7) end, {trace, self(), call, {?MODULE, local, [7]}}).

received(Cause, Expected) ->
    _ = Cause(),
    receive
        {traced, Expected} -> ok
    after 10 -> received(Cause, Expected)
    end.

a_second_client_is_sent_away() ->
    Port = start(),
    client(Port),
    {ok, _} = enitdbg:fn(?MODULE, local),
    _ = traced(1),
    _ = next(),
    {ok, Second} = gen_tcp:connect({127, 0, 0, 1}, Port, [{active, false}]),
    ?assertEqual({error, closed}, gen_tcp:recv(Second, 0)),
    _ = next(),
    _ = traced(2),
    ?assertMatch({trace, _, call, {?MODULE, local, [2]}}, next()).

nothing_grows_with_a_client_that_does_not_read() ->
    {Port, Tracer} = {start(), tracer()},
    {ok, Client} = gen_tcp:connect({127, 0, 0, 1}, Port, [binary, {active, false}]),
    {ok, _} = enitdbg:fn(?MODULE, local),
    [traced(N) || N <- lists:seq(1, 300000)],
    delivered(),
    Held = held(Tracer),
    [traced(N) || N <- lists:seq(1, 100000)],
    delivered(),
    ?assert(Held < 4 bsl 20),
    ?assert(held(Tracer) < 4 bsl 20),
    %% And it still works when the client reads again.
    ?assertMatch({trace, _, call, {?MODULE, local, [1]}}, receive_trace(Client)),
    ok = gen_tcp:close(Client).

receive_trace(Client) ->
    {ok, <<0, Size:32>>} = gen_tcp:recv(Client, 5),
    {ok, Term} = gen_tcp:recv(Client, Size),
    binary_to_term(Term).

%% Bytes that a process holds, its queue of binaries among them.
held(Tracer) ->
    erlang:garbage_collect(Tracer),
    [{memory, Memory}, {binary, Binaries}] = process_info(Tracer, [memory, binary]),
    Memory + lists:sum([Size || {_, Size, _} <- Binaries]).

%% The tracer is held until its mailbox is long. When it goes on it suspends who calls, and lets them go on in the end.
a_flood_of_calls_is_held_back() ->
    {_, Tracer} = {start(), tracer()},
    {ok, _} = enitdbg:fn(?MODULE, local),
    Spinning = [spawn(?MODULE, spin, [forever]) || _ <- lists:seq(1, 2)],
    Suspended = suspended_in_a_flood(Tracer),
    ?assertEqual([], Suspended -- Spinning),
    [exit(Pid, kill) || Pid <- Spinning],
    delivered(),
    ?assertEqual({suspending, []}, process_info(Tracer, suspending)),
    client(element(2, enitdbg:port())),
    _ = [next() || _ <- lists:seq(1, 1000)],
    {drop, Dropped} = next(),
    ?assert(Dropped > 20000).

suspended_in_a_flood(Tracer) ->
    true = erlang:suspend_process(Tracer),
    flood(Tracer),
    true = erlang:resume_process(Tracer),
    case suspending(Tracer) of
        [] -> suspended_in_a_flood(Tracer);
        Suspended -> Suspended
    end.

flood(Tracer) ->
    {message_queue_len, Length} = process_info(Tracer, message_queue_len),
    Length > 30000 orelse flood(Tracer).

%% What the tracer has suspended, as seen while its mailbox is long.
suspending(Tracer) ->
    [{suspending, Suspending}, {message_queue_len, Length}] = process_info(Tracer, [suspending, message_queue_len]),
    case Suspending of
        [] when Length > 0 -> suspending(Tracer);
        _ -> [Pid || {Pid, _, _} <- Suspending]
    end.

spin(forever) ->
    _ = local(1),
    spin(forever).

stop_ends_the_client_and_takes_the_patterns_back() ->
    Port = start(),
    %% A client of dbg in the same node would end with dbg.
    {ok, Client} = gen_tcp:connect({127, 0, 0, 1}, Port, [binary, {active, false}]),
    {ok, _} = enitdbg:fn(?MODULE, local),
    _ = traced(1),
    ?assertEqual(ok, enitdbg:stop()),
    ?assertMatch({trace, _, call, _}, receive_trace(Client)),
    ?assertMatch({trace, _, return_from, _, _}, receive_trace(Client)),
    ?assertEqual({error, closed}, gen_tcp:recv(Client, 5)),
    ?assertEqual({traced, false}, erlang:trace_info({?MODULE, local, 1}, traced)),
    ?assertEqual([], listening(Port)),
    ?assertEqual(ok, enitdbg:stop()),
    ?assertMatch({ok, _}, enitdbg:ip(Port)).

a_file_has_the_traces() ->
    File = filename:join(os:getenv("HOME"), "traces"),
    {ok, _} = enitdbg:file(File),
    ?assertEqual({error, no_tracer}, enitdbg:port()),
    {ok, _} = enitdbg:mod(?MODULE),
    _ = traced(3),
    ?assertEqual(ok, enitdbg:stop()),
    Self = self(),
    _ = dbg:trace_client(file, File, handler()),
    ?assertMatch({trace, _, call, {?MODULE, traced, [3]}}, next()),
    ?assertMatch([_, _, {trace, Self, return_from, {?MODULE, traced, 1}, 7}, end_of_trace], [next() || _ <- lists:seq(1, 4)]),
    ok = file:delete(File).

a_file_that_cannot_be_written_is_an_error() ->
    ?assertEqual({error, enoent}, enitdbg:file("/nowhere/traces")).

%% Another user may have put it there.
a_link_is_not_written() ->
    File = filename:join(os:getenv("HOME"), "file"),
    Link = filename:join(os:getenv("HOME"), "link"),
    ok = file:write_file(File, "text"),
    ok = file:make_symlink(File, Link),
    ?assertEqual({error, eloop}, enitdbg:file(Link)),
    ok = file:delete(Link),
    ok = file:make_link(File, Link),
    ?assertEqual({error, emlink}, enitdbg:file(Link)),
    ?assertEqual({error, einval}, enitdbg:file("/dev/null")),
    ?assertEqual({ok, <<"text">>}, file:read_file(File)),
    ok = file:delete(Link),
    ok = file:delete(File).

nothing_can_be_traced_without_a_tracer() ->
    ?assertEqual({error, no_tracer}, enitdbg:mod(?MODULE)),
    ?assertEqual({error, no_tracer}, enitdbg:fn(?MODULE, local)).

start() ->
    {ok, _} = enitdbg:ip(0),
    {ok, Port} = enitdbg:port(),
    Port.

tracer() ->
    {ok, Tracer} = dbg:get_tracer(),
    Tracer.

client(Port) ->
    dbg:trace_client(ip, {{127, 0, 0, 1}, Port}, handler()).

handler() ->
    Handler = fun(Trace, Receiver) ->
        Receiver ! {traced, Trace},
        Receiver
    end,
    {Handler, self()}.

next() ->
    receive
        {traced, Trace} -> Trace
    end.

%% All traces so far are in the tracer's mailbox, and the tracer has been through it.
delivered() ->
    Delivered = erlang:trace_delivered(all),
    receive
        {trace_delivered, all, Delivered} -> ok
    end,
    {message_queue_len, Length} = process_info(tracer(), message_queue_len),
    Length =:= 0 orelse delivered().
