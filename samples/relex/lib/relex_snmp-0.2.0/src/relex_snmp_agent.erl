%% @private The worker: owns the socket and remembers what it was told about
%% its configuration.
-module(relex_snmp_agent).

-behaviour(gen_server).

-include_lib("kernel/include/logger.hrl").

-export([start_link/0, port/0, changes/0, config_change/1]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2]).

-record(state, {
    %% as configured; 0 for any
    port :: term(),
    socket :: gen_udp:socket(),
    %% newest first
    changes = [] :: [relex_application:change()]
}).

start_link() ->
    gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

-spec port() -> inet:port_number().
port() ->
    gen_server:call(?MODULE, port).

-spec changes() -> [relex_application:change()].
changes() ->
    gen_server:call(?MODULE, changes).

%% Tells the agent without waiting for it.
-spec config_change(relex_application:change()) -> ok.
config_change(Change) ->
    gen_server:cast(?MODULE, {config_change, Change}).

init([]) ->
    Port = configured_port(),
    case open(Port) of
        {ok, Socket} -> {ok, #state{port = Port, socket = Socket}};
        {error, Reason} -> {stop, Reason}
    end.

handle_call(port, _From, #state{socket = Socket} = State) ->
    {ok, Port} = inet:port(Socket),
    {reply, Port, State};
handle_call(changes, _From, State) ->
    {reply, lists:reverse(State#state.changes), State}.

handle_cast({config_change, Change}, State) ->
    {noreply, reopen(configured_port(), State#state{changes = [Change | State#state.changes]})}.

handle_info({udp, Socket, Address, Port, _Question}, #state{socket = Socket} = State) ->
    _ = gen_udp:send(Socket, Address, Port, integer_to_list(relex_application:frozzles())),
    {noreply, State};
handle_info(_FromAnOldSocket, State) ->
    {noreply, State}.

%% The old socket is closed when the new one is open, so that a port which is
%% taken leaves the agent reachable where it was.
reopen(Port, #state{port = Port} = State) ->
    State;
reopen(Port, State) ->
    case open(Port) of
        {ok, Socket} ->
            ok = gen_udp:close(State#state.socket),
            State#state{port = Port, socket = Socket};
        {error, Reason} ->
            ?LOG_ERROR("relex_snmp stays on its port: ~0p", [Reason]),
            State
    end.

configured_port() ->
    application:get_env(relex_snmp, port, undefined).

open(Port) when is_integer(Port), Port >= 0, Port =< 65535 ->
    case gen_udp:open(Port, [binary, {ip, {127, 0, 0, 1}}]) of
        {ok, Socket} -> {ok, Socket};
        {error, Posix} -> {error, {cannot_open_port, Port, Posix}}
    end;
open(Port) ->
    {error, {bad_value, port, Port}}.
