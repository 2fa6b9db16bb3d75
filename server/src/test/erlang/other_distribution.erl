%% An -epmd_module that registers the node by enit_cookie:register_node/2, without the family of its address: the kernel
%% knows the family, but a distribution of others (-proto_dist) need not.
-module(other_distribution).

-export([start_link/0, register_node/3, listen_port_please/2]).

start_link() -> enit_cookie:start_link().

register_node(Name, Port, _Family) -> enit_cookie:register_node(Name, Port).

listen_port_please(Name, Host) -> enit_cookie:listen_port_please(Name, Host).
