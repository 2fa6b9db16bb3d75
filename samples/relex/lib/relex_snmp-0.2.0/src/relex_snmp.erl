%% @doc Start, stop and reconfiguration of the application, and its interface.
%%
%% The agent stands for an SNMP agent and is much less than one: it answers any
%% datagram with the number of frozzles, as decimal digits.
-module(relex_snmp).

-behaviour(application).

-export([port/0, changes/0]).
-export([start/2, stop/1, config_change/3]).

%% @doc The UDP port that is open now.
-spec port() -> inet:port_number().
port() ->
    relex_snmp_agent:port().

%% @doc Every change of the configuration that was announced, oldest first.
-spec changes() -> [relex_application:change()].
changes() ->
    relex_snmp_agent:changes().

%% @private
start(_Type, _Args) ->
    relex_snmp_sup:start_link().

%% @private
stop(_State) ->
    ok.

%% @doc Called after the environment of the application has changed. It runs
%% inside the application controller and so must not wait; the agent opens the
%% new port in its own time.
-spec config_change(Changed, New, Removed) -> ok when
    Changed :: [{atom(), term()}],
    New :: [{atom(), term()}],
    Removed :: [atom()].
config_change(Changed, New, Removed) ->
    relex_snmp_agent:config_change(#{changed => Changed, new => New, removed => Removed}).
