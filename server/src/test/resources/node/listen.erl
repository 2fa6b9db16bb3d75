%% Receives the datagrams of a local socket and prints each as one line of a term; ends with its standard input.
-module(listen).

-export([start/1]).

%% A path, or a name behind an at sign.
start([Address]) ->
    {ok, Socket} = gen_udp:open(0, [{ifaddr, {local, address(Address)}}, binary, {active, true}]),
    io:format("listening~n"),
    spawn(fun() ->
        _ = io:get_line(""),
        erlang:halt(0)
    end),
    loop(Socket).

address("@" ++ Name) -> [0 | Name];
address(Path) -> Path.

loop(Socket) ->
    receive
        {udp, Socket, _, _, Datagram} ->
            io:format("~0tp~n", [unicode:characters_to_list(Datagram)]),
            loop(Socket)
    end.
