%% Prints traces: what a trace port sends, or what stands in a trace file. Runs in its own emulator, as
%% `enit traceip' and `enit tracefile':
%%
%%   erl -noinput -run enit_trace_client main -extra ip HOST PORT
%%   erl -noinput -run enit_trace_client main -extra file FILE
%%   erl -noinput -run enit_trace_client main -extra follow FILE
%%
%% The words for a trace are dbg's own. Reading is not: dbg's client does not say why it ended, and follows a file with
%% all the processor's time.
-module(enit_trace_client).

-export([main/0]).

-define(CHUNK, 65536).
-define(CONNECT, 10000).
%% The longest trace in bytes. A longer one is no trace of dbg, or too much to be read by anyone.
-define(LONGEST, 67108864).
%% How often a file that is followed is looked at, in milliseconds.
-define(LOOK, 200).

-spec main() -> no_return().
main() ->
    %% There is nothing to stop in good order.
    ok = os:set_signal(sigterm, default),
    _ = set_encoding(),
    case code:ensure_loaded(dbg) of
        {module, dbg} -> ok;
        {error, _} -> stop("traces cannot be printed: OTP's application runtime_tools is not installed")
    end,
    case init:get_plain_arguments() of
        ["ip", Host, Port] -> ip(Host, list_to_integer(Port));
        ["file", File] -> file(File, false);
        ["follow", File] -> file(File, true)
    end,
    erlang:halt(0).

%% Without a terminal, OTP 25 writes latin-1 whatever the locale says.
set_encoding() ->
    Locale = [Value || Name <- ["LC_ALL", "LC_CTYPE", "LANG"], Value <- [os:getenv(Name, "")], Value =/= ""],
    case Locale =/= [] andalso re:run(hd(Locale), "utf-?8", [caseless]) of
        {match, _} -> [io:setopts(Device, [{encoding, unicode}]) || Device <- [user, standard_error]];
        _ -> latin1
    end.

ip(Host, Port) ->
    case connect(Host, Port) of
        {ok, Socket} ->
            case print(fun() -> gen_tcp:recv(Socket, 0) end, <<>>, visible(user)) of
                ok -> say("~ts:~b: the trace port was closed", [Host, Port]);
                cut -> stop("~ts:~b: the connection was closed in the middle of a trace", [Host, Port]);
                bad -> stop("~ts:~b: what is sent there are no traces of dbg", [Host, Port]);
                {error, Reason} -> stop("~ts:~b: ~ts", [Host, Port, inet:format_error(Reason)])
            end;
        {error, econnrefused} ->
            stop(
                "~ts:~b: nothing listens there. Start a tracer in the node first, with enitdbg:ip(~b) in its shell"
                " (`enit remsh RELEASE`).",
                [Host, Port, Port]
            );
        {error, nxdomain} ->
            stop("~ts: there is no host of that name", [Host]);
        {error, timeout} ->
            stop("~ts:~b: no answer in ~b seconds", [Host, Port, ?CONNECT div 1000]);
        {error, Reason} ->
            stop("~ts:~b: ~ts", [Host, Port, inet:format_error(Reason)])
    end.

%% An address of either family, or a name.
connect(Host, Port) ->
    case [Address || Family <- [inet, inet6], {ok, Address} <- [inet:getaddr(Host, Family)]] of
        [] -> {error, nxdomain};
        Addresses -> connect_first(Addresses, Port)
    end.

connect_first([Address | Others], Port) ->
    case gen_tcp:connect(Address, Port, [binary, {active, false}], ?CONNECT) of
        {error, _} when Others =/= [] -> connect_first(Others, Port);
        Result -> Result
    end.

file(File, Follow) ->
    case file:open(File, [read, raw, binary]) of
        {ok, Device} ->
            Source =
                case Follow of
                    true -> fun() -> follow(Device) end;
                    false -> fun() -> file:read(Device, ?CHUNK) end
                end,
            case print(Source, <<>>, visible(user)) of
                ok -> ok;
                cut -> stop("~ts: ends in the middle of a trace", [File]);
                bad -> stop("~ts: no trace file of dbg", [File]);
                {error, Reason} -> stop("~ts: ~ts", [File, file:format_error(Reason)])
            end;
        {error, Reason} ->
            stop("~ts: ~ts", [File, file:format_error(Reason)])
    end.

%% Waits for more at the end of the file. A file that has become shorter was begun again.
follow(Device) ->
    case file:read(Device, ?CHUNK) of
        eof ->
            timer:sleep(?LOOK),
            {ok, Position} = file:position(Device, cur),
            case file:position(Device, eof) of
                {ok, Size} when Size < Position ->
                    {ok, 0} = file:position(Device, bof),
                    again;
                {ok, _} ->
                    {ok, Position} = file:position(Device, Position),
                    follow(Device)
            end;
        Read ->
            Read
    end.

%% Prints every trace of a source: `ok' at its end, `cut' where that is none, `bad' where something else comes.
print(Source, Buffer, Device) ->
    case Buffer of
        <<0, Size:32, _/bits>> when Size > ?LONGEST ->
            bad;
        <<0, Size:32, Term:Size/binary, Rest/bits>> ->
            case decoded(Term) of
                {ok, Trace} -> print(Source, Rest, show(Trace, Device));
                error -> bad
            end;
        <<1, Dropped:32, Rest/bits>> ->
            print(Source, Rest, show({drop, Dropped}, Device));
        %% A rest of bits, not of bytes: for a rest of bytes that is not used OTP 25 makes code that OTP 29 refuses.
        <<Kind, _/bits>> when Kind > 1 ->
            bad;
        _ ->
            more(Source, Buffer, Device)
    end.

%% dbg compresses nothing; a compressed term may be as large as it says.
decoded(<<131, 80, _/bits>>) ->
    error;
decoded(Term) ->
    try
        {ok, binary_to_term(Term)}
    catch
        error:badarg -> error
    end.

%% Who reads the output may have gone, such as `head'.
show(Trace, Device) ->
    try
        dbg:dhandler(Trace, Device)
    catch
        error:terminated -> erlang:halt(0)
    end.

more(Source, Buffer, Device) ->
    case Source() of
        {ok, Bytes} -> print(Source, <<Buffer/binary, Bytes/binary>>, Device);
        again -> print(Source, <<>>, Device);
        End when End =:= eof; End =:= {error, closed} -> ended(Buffer);
        {error, _} = Error -> Error
    end.

ended(<<>>) -> ok;
ended(_) -> cut.

-spec stop(string()) -> no_return().
stop(Words) -> stop("~ts", [Words]).

-spec stop(string(), [term()]) -> no_return().
stop(Format, Arguments) ->
    say(Format, Arguments),
    erlang:halt(1).

say(Format, Arguments) ->
    io:format(visible(standard_error), "enit: " ++ Format ++ "~n", Arguments).

%% An output device that writes to another one, with Erlang's escapes in place of what a reader cannot see: a trace contains
%% what a node says, and must not steer the terminal.
visible(Device) ->
    spawn_link(fun() -> visible_loop(Device) end).

visible_loop(Device) ->
    receive
        {io_request, From, Reply, Request} ->
            Result =
                try
                    visible_request(Device, Request)
                catch
                    error:_ -> {error, terminated}
                end,
            From ! {io_reply, Reply, Result},
            visible_loop(Device)
    end.

visible_request(Device, {put_chars, Encoding, Module, Function, Arguments}) ->
    visible_request(Device, {put_chars, Encoding, apply(Module, Function, Arguments)});
visible_request(Device, {put_chars, Encoding, Chars}) ->
    Text = unicode:characters_to_list(Chars, Encoding),
    io:put_chars(Device, lists:flatmap(fun visible_char/1, Text));
visible_request(Device, {requests, Requests}) ->
    lists:foldl(fun(Request, ok) -> visible_request(Device, Request); (_, Error) -> Error end, ok, Requests);
visible_request(Device, Request) ->
    io:request(Device, Request).

visible_char(C) when C =:= $\n; C =:= $\t; C >= $\s, C < 16#7F -> [C];
visible_char($\e) -> "\\e";
visible_char($\r) -> "\\r";
visible_char(C) ->
    case is_hidden(C) of
        true -> "\\x{" ++ integer_to_list(C, 16) ++ "}";
        false -> [C]
    end.

%% Control characters, and those that change the direction of text, take no room or end lines: as in VisibleText of the command line.
is_hidden(C) -> C < 16#A0 orelse lists:any(fun({First, Last}) -> C >= First andalso C =< Last end, hidden()).

hidden() ->
    [
        {16#AD, 16#AD},
        {16#600, 16#605},
        {16#61C, 16#61C},
        {16#6DD, 16#6DD},
        {16#70F, 16#70F},
        {16#890, 16#891},
        {16#8E2, 16#8E2},
        {16#180E, 16#180E},
        {16#200B, 16#200F},
        {16#2028, 16#202E},
        {16#2060, 16#206F},
        {16#FDD0, 16#FDEF},
        {16#FEFF, 16#FEFF},
        {16#FFF9, 16#FFFB},
        {16#1D173, 16#1D17A},
        {16#E0001, 16#E007F}
    ].
