%% Gives the node its cookie before anybody can connect to it.
%%
%% The cookie on the command line is a throw-away one: every user of the host can read it there. The true one must be in
%% force before the first connection is accepted. The kernel registers a node with epmd when it listens already and does
%% not accept yet, so that is the moment: with `-epmd_module enit_cookie' the node asks here, and all questions go on to
%% erl_epmd.
-module(enit_cookie).

-export([start_link/0]).
-export([register_node/2, register_node/3]).
-export([port_please/2, port_please/3, listen_port_please/2, address_please/3, names/0, names/1]).

start_link() -> erl_epmd:start_link().

register_node(Name, Port) ->
    ok = enit_plan:read(),
    erl_epmd:register_node(Name, Port).

register_node(Name, Port, Family) ->
    ok = enit_plan:read(),
    erl_epmd:register_node(Name, Port, Family).

port_please(Name, Host) -> erl_epmd:port_please(Name, Host).

port_please(Name, Host, Timeout) -> erl_epmd:port_please(Name, Host, Timeout).

listen_port_please(Name, Host) -> erl_epmd:listen_port_please(Name, Host).

address_please(Name, Host, Family) -> erl_epmd:address_please(Name, Host, Family).

names() -> erl_epmd:names().

names(Host) -> erl_epmd:names(Host).
