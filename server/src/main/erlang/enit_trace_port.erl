%% A tracer that one client at a time reads over TCP, as dbg:trace_port(ip, Port) is one: the same bytes on the wire,
%% so dbg:trace_client(ip, Port) reads it. OTP's own listens on every interface of the host and tells everybody who
%% connects what the node does; this one listens on the loopback interface only.
%%
%% Nothing here grows with a client that does not read, or is not there: a queue holds so many messages and bytes, what
%% comes while it is full is counted, and the client is told the count in the place of the messages. Where messages come
%% faster than they can even be counted, the processes that cause them are suspended, as dbg's own tracer does.
%%
%% One process holds everything. It uses `socket', which is neither a process nor a port, so that tracing all processes
%% and ports does not trace the sending of the traces.
-module(enit_trace_port).

-export([start/1, number/1]).

-define(QUEUE_MESSAGES, 1000).
-define(QUEUE_BYTES, 16 bsl 20).
%% The mailbox at which callers are suspended, and how often one looks.
-define(FLOOD, 10000).
-define(LOOK, 1000).
%% For what is left in the queue when the tracer ends, in milliseconds.
-define(LAST_WORDS, 1000).
%% The two kinds of messages on the wire: a term with its length, and a count of what was dropped.
-define(TRACE(Term), <<0, (byte_size(Term)):32, Term/binary>>).
-define(DROPPED(Count), <<1, Count:32>>).
-define(IS_TRACE(Tag), (Tag =:= trace orelse Tag =:= trace_ts orelse Tag =:= seq_trace)).
%% After an error of accept that is not the client's, such as too many open files, in milliseconds.
-define(ACCEPT_AGAIN, 1000).

-record(state, {
    listener :: socket:socket(),
    client = none :: none | socket:socket(),
    %% What is on its way, where the client's socket is full.
    sending = <<>> :: binary(),
    queue = queue:new() :: queue:queue(binary()),
    messages = 0 :: non_neg_integer(),
    bytes = 0 :: non_neg_integer(),
    dropped = 0 :: non_neg_integer(),
    until_look = ?LOOK :: non_neg_integer(),
    suspended = [] :: [pid()]
}).

%% Starts the tracer for the process that calls, and is linked to it. Port 0 is any free one.
-spec start(inet:port_number()) -> pid().
start(Port) ->
    Self = self(),
    Options = [monitor, {priority, high}, {message_queue_data, off_heap}],
    {Tracer, Monitor} = spawn_opt(fun() -> init(Self, Port) end, Options),
    receive
        {Tracer, listening} ->
            demonitor(Monitor, [flush]),
            link(Tracer),
            Tracer;
        {'DOWN', Monitor, process, Tracer, Reason} ->
            exit(Reason)
    end.

%% The port that a tracer listens on.
-spec number(pid()) -> {ok, inet:port_number()} | error.
number(Tracer) ->
    case process_info(Tracer, dictionary) of
        {dictionary, Dictionary} ->
            case lists:keyfind(?MODULE, 1, Dictionary) of
                {?MODULE, Port} -> {ok, Port};
                false -> error
            end;
        undefined ->
            error
    end.

init(Parent, Port) ->
    process_flag(trap_exit, true),
    {ok, Listener} = must(socket:open(inet, stream, tcp)),
    ok = must(socket:setopt(Listener, {socket, reuseaddr}, true)),
    ok = must(socket:bind(Listener, #{family => inet, addr => loopback, port => Port})),
    ok = must(socket:listen(Listener)),
    {ok, #{port := Number}} = must(socket:sockname(Listener)),
    put(?MODULE, Number),
    Parent ! {self(), listening},
    loop(accept(#state{listener = Listener})).

must({error, Reason}) -> exit(Reason);
must(Result) -> Result.

loop(#state{listener = Listener, client = Client} = State) ->
    receive
        {'$socket', Listener, select, _} -> loop(accept(State));
        {'$socket', Client, select, _} -> loop(send(read(State)));
        {'$socket', _, _, _} -> loop(State);
        {'EXIT', _, _} -> finish(State);
        Trace when ?IS_TRACE(element(1, Trace)) -> loop(look(trace(Trace, State), Trace));
        _ -> loop(State)
    after patience(State) ->
        loop(resume(State))
    end.

patience(#state{suspended = []}) -> infinity;
patience(_) -> 0.

%% Takes the client that has connected. One that comes while another one reads is sent away.
accept(#state{listener = Listener, client = Client} = State) ->
    case socket:accept(Listener, nowait) of
        {ok, New} when Client =:= none ->
            accept(send(read(State#state{client = New})));
        {ok, New} ->
            _ = socket:close(New),
            accept(State);
        {error, econnaborted} ->
            accept(State);
        {error, _} ->
            _ = erlang:send_after(?ACCEPT_AGAIN, self(), {'$socket', Listener, select, again}),
            State;
        _Select ->
            State
    end.

%% A client says nothing, but its end shows in reading.
read(#state{client = none} = State) ->
    State;
read(#state{client = Client} = State) ->
    case socket:recv(Client, 0, [], nowait) of
        {ok, _} -> read(State);
        {error, _} -> forget(State);
        _Select -> State
    end.

%% The client has gone. The next one starts with a whole message.
forget(#state{client = Client, sending = Sending, dropped = Dropped} = State) ->
    _ = socket:close(Client),
    Lost =
        case Sending of
            <<>> -> 0;
            _ -> 1
        end,
    State#state{client = none, sending = <<>>, dropped = Dropped + Lost}.

trace(Trace, State) ->
    case is_full(State) of
        true -> State#state{dropped = State#state.dropped + 1};
        false -> encode(Trace, State)
    end.

is_full(#state{messages = Messages, suspended = Suspended}) ->
    Messages >= ?QUEUE_MESSAGES orelse Suspended =/= [].

encode(Trace, #state{bytes = Bytes, dropped = Dropped} = State) ->
    Term = term_to_binary(Trace),
    Message = ?TRACE(Term),
    case Bytes + byte_size(Message) > ?QUEUE_BYTES of
        true -> State#state{dropped = Dropped + 1};
        false -> send(queue(Message, tell_dropped(State)))
    end.

%% The count stands where the messages are missing.
tell_dropped(#state{dropped = 0} = State) -> State;
tell_dropped(#state{dropped = Dropped} = State) -> queue(?DROPPED(Dropped), State#state{dropped = 0}).

queue(Message, #state{queue = Queue, messages = Messages, bytes = Bytes} = State) ->
    State#state{queue = queue:in(Message, Queue), messages = Messages + 1, bytes = Bytes + byte_size(Message)}.

%% Sends as much as the client takes without waiting for it.
send(#state{client = none} = State) ->
    State;
send(#state{sending = <<>>} = State) ->
    case next(State) of
        {<<>>, Empty} -> Empty;
        {Message, Rest} -> send(Message, Rest)
    end;
send(#state{sending = Sending} = State) ->
    send(Sending, State).

send(Message, #state{client = Client} = State) ->
    case socket:send(Client, Message, [], nowait) of
        ok -> send(State#state{sending = <<>>});
        {ok, Rest} -> send(State#state{sending = Rest});
        {select, {_, Rest}} when is_binary(Rest) -> State#state{sending = Rest};
        {select, _} -> State#state{sending = Message};
        {error, _} -> forget(State#state{sending = Message})
    end.

next(#state{messages = 0, dropped = 0} = State) ->
    {<<>>, State};
next(#state{messages = 0, dropped = Dropped} = State) ->
    {?DROPPED(Dropped), State#state{dropped = 0}};
next(#state{queue = Queue, messages = Messages, bytes = Bytes} = State) ->
    {{value, Message}, Rest} = queue:out(Queue),
    {Message, State#state{queue = Rest, messages = Messages - 1, bytes = Bytes - byte_size(Message)}}.

%% Now and then one looks whether the mailbox grows.
look(#state{suspended = [], until_look = Left} = State, _Trace) when Left > 0 ->
    State#state{until_look = Left - 1};
look(#state{suspended = Suspended, until_look = Left} = State, Trace) ->
    {message_queue_len, Waiting} = process_info(self(), message_queue_len),
    if
        Suspended =:= [], Waiting < ?FLOOD -> State#state{until_look = ?LOOK};
        true -> State#state{suspended = suspend(Trace, Suspended), until_look = Left}
    end.

%% A process that is suspended causes no more messages; it goes on when those that wait are counted and nothing else is
%% waiting, or when this process ends.
suspend(Trace, Suspended) when tuple_size(Trace) > 1, is_pid(element(2, Trace)) ->
    Cause = element(2, Trace),
    try erlang:suspend_process(Cause, [asynchronous, unless_suspending]) of
        true -> [Cause | Suspended];
        false -> Suspended
    catch
        error:_ -> Suspended
    end;
suspend(_Trace, Suspended) ->
    Suspended.

resume(#state{suspended = Suspended} = State) ->
    lists:foreach(
        fun(Process) ->
            try
                erlang:resume_process(Process)
            catch
                error:_ -> gone
            end
        end,
        Suspended
    ),
    send(State#state{suspended = [], until_look = ?LOOK}).

%% dbg ends. What is in the queue still goes to the client, if it reads.
finish(#state{listener = Listener, client = Client} = State) ->
    _ = socket:close(Listener),
    case Client of
        none -> ok;
        _ -> last_words(State, erlang:monotonic_time(millisecond) + ?LAST_WORDS)
    end.

last_words(#state{client = Client, sending = Sending} = State, Deadline) ->
    {Message, Rest} =
        case Sending of
            <<>> -> next(State);
            _ -> {Sending, State#state{sending = <<>>}}
        end,
    case Message =/= <<>> andalso socket:send(Client, Message, [], max(0, Deadline - erlang:monotonic_time(millisecond))) of
        ok -> last_words(Rest, Deadline);
        _ -> socket:close(Client)
    end.
