%% A handler of OTP's logger that writes to the system's log, /dev/log, as syslog(3) does. It takes the place of the
%% handler that writes to the standard output.
%%
%% Events are formatted where they happen and sent by one process. Where more come than the system's log takes, the
%% newest are dropped and counted: a node must not stand still for its log.
-module(enit_syslog).

-behaviour(gen_server).

-include_lib("kernel/include/logger.hrl").

-export([start_link/1]).
-export([log/2]).
-export([init/1, handle_continue/2, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

-define(SOCKET, <<"/dev/log">>).
%% Other daemons of the system.
-define(FACILITY, 3).
%% Some receivers cut at 8 KiB.
-define(LONGEST, 8000).
-define(MOST_WAITING, 2000).

-record(state, {
    socket :: gen_udp:socket(),
    path :: binary(),
    %% Behind the time in each message.
    tag :: unicode:chardata(),
    %% How many messages were dropped and not yet told of.
    dropped :: counters:counters_ref()
}).

-spec start_link(Release :: atom()) -> gen_server:start_ret().
start_link(Release) ->
    gen_server:start_link({local, ?MODULE}, ?MODULE, Release, []).

%% Called by logger in the process that logs.
-spec log(logger:log_event(), logger:handler_config()) -> ok.
log(#{level := Level, meta := #{time := Time}} = Event, #{config := #{pid := Pid, dropped := Dropped}} = Config) ->
    case erlang:process_info(Pid, message_queue_len) of
        {_, Waiting} when Waiting < ?MOST_WAITING -> gen_server:cast(Pid, {log, Level, Time, text(Event, Config)});
        _ -> counters:add(Dropped, 1, 1)
    end.

text(Event, #{formatter := {Module, Config}}) ->
    string:trim(unicode:characters_to_binary(Module:format(Event, Config)), trailing, "\n").

init(Release) ->
    process_flag(trap_exit, true),
    {ok, Socket} = gen_udp:open(0, [local, {active, false}]),
    Tag = io_lib:format("~ts[~ts]: ", [Release, os:getpid()]),
    Path = application:get_env(enit, syslog_socket, ?SOCKET),
    State = #state{socket = Socket, path = Path, tag = Tag, dropped = counters:new(1, [])},
    {ok, State, {continue, add}}.

handle_continue(add, #state{path = Path, dropped = Dropped} = State) ->
    Config = #{
        config => #{pid => self(), dropped => Dropped},
        formatter => {logger_formatter, #{single_line => true, max_size => ?LONGEST, template => [msg]}}
    },
    ok = logger:add_handler(?MODULE, ?MODULE, Config),
    case prim_file:read_file_info(Path) of
        {ok, _} -> remove_console();
        {error, Reason} -> ?LOG_WARNING("the system's log ~ts cannot be used: ~tw", [Path, Reason])
    end,
    {noreply, State}.

%% A default handler that writes into a file of the administrator's stays.
remove_console() ->
    case logger:get_handler_config(default) of
        {ok, #{module := logger_std_h, config := #{type := Type}}} when Type =:= standard_io; Type =:= standard_error ->
            ok = logger:remove_handler(default);
        _ ->
            ok
    end.

handle_call(_Request, _From, State) ->
    {reply, ignored, State}.

handle_cast({log, Level, Time, Text}, State) ->
    ok = send(Level, Time, Text, State),
    report_dropped(State),
    {noreply, State}.

handle_info(_Message, State) ->
    {noreply, State}.

%% What was logged up to now comes first: the last words of a node are the important ones.
terminate(_Reason, State) ->
    _ = logger:remove_handler(?MODULE),
    flush(State).

flush(State) ->
    receive
        {'$gen_cast', {log, Level, Time, Text}} ->
            ok = send(Level, Time, Text, State),
            flush(State)
    after 0 -> ok
    end.

report_dropped(#state{dropped = Dropped} = State) ->
    case counters:get(Dropped, 1) of
        0 ->
            ok;
        Count ->
            counters:sub(Dropped, 1, Count),
            Text = unicode:characters_to_binary(io_lib:format("~w messages were dropped", [Count])),
            send(warning, erlang:system_time(microsecond), Text, State)
    end.

%% A system's log that is not there, or does not listen, is not waited for.
send(Level, Time, Text, #state{socket = Socket, path = Path, tag = Tag}) ->
    Priority = integer_to_list(?FACILITY * 8 + severity(Level)),
    Message = ["<", Priority, ">", stamp(Time), $\s, Tag, Text],
    _ = gen_udp:send(Socket, {local, Path}, 0, unicode:characters_to_binary(Message)),
    ok.

severity(emergency) -> 0;
severity(alert) -> 1;
severity(critical) -> 2;
severity(error) -> 3;
severity(warning) -> 4;
severity(notice) -> 5;
severity(info) -> 6;
severity(debug) -> 7.

%% Local time without a year, as the receivers expect it on this socket.
stamp(Time) ->
    {{_, Month, Day}, {Hour, Minute, Second}} = calendar:system_time_to_local_time(Time, microsecond),
    Name = element(Month, {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}),
    io_lib:format("~s ~2w ~2..0w:~2..0w:~2..0w", [Name, Day, Hour, Minute, Second]).
