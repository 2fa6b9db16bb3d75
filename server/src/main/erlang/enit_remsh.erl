%% Makes an emulator a remote shell of a node: `enit remsh RELEASE'. The emulator has no own name and listens on no
%% port:
%%
%%   erl -sname undefined -dist_listen false -hidden -epmd_module enit_remsh -user enit_remsh \
%%       -remsh NODE -enit_cookie DESCRIPTOR -enit_address ADDRESS PORT
%%
%% The cookie comes in an open file without a name, so that it stands neither in an argument nor in the environment nor
%% on a disk. The address is the one at which the node was found: it may listen on another one than that of its host.
-module(enit_remsh).

-export([start/0]).
-export([start_link/0]).
-export([register_node/2, register_node/3]).
-export([port_please/2, port_please/3, listen_port_please/2, address_please/3, names/0, names/1]).

%% How often one looks whether the shell is there, in milliseconds.
-define(LOOK, 10).
%% Of the distribution protocol: that of every OTP since 23.
-define(VERSION, 6).

%% Called in the place of user_drv:start/0.
-spec start() -> ok.
start() ->
    {ok, [[Node]]} = init:get_argument(remsh),
    {ok, [[Descriptor]]} = init:get_argument(enit_cookie),
    Target = list_to_atom(Node),
    true = erlang:set_cookie(Target, cookie(list_to_integer(Descriptor))),
    case net_kernel:hidden_connect_node(Target) of
        true -> shell();
        _ -> stop("no connection with `~ts'; it was there a moment ago: `enit status' says more~n", [Node])
    end.

cookie(Descriptor) ->
    {ok, File} = prim_file:file_desc_to_ref(Descriptor, [read, binary]),
    {ok, Bytes} = prim_file:read(File, 4096),
    ok = prim_file:close(File),
    binary_to_atom(Bytes, utf8).

%% user_drv takes the node from `-remsh' itself.
shell() ->
    _ = user_drv:start(),
    wait_for_shell().

%% Where OTP 25 has no use for the terminal, it starts a plain shell of this emulator and says nothing.
wait_for_shell() ->
    case {whereis(user), whereis(user_drv)} of
        {undefined, _} ->
            receive
            after ?LOOK -> wait_for_shell()
            end;
        {_, undefined} ->
            stop(
                "no remote shell: OTP ~s needs a terminal that it knows for one, and TERM is `~ts'~n",
                [erlang:system_info(otp_release), os:getenv("TERM", "")]
            );
        _ ->
            ok
    end.

-spec stop(string(), [term()]) -> no_return().
stop(Format, Arguments) ->
    io:format(standard_error, "enit: " ++ Format, Arguments),
    erlang:halt(1).

%% What the distribution asks of a name server.

start_link() -> erl_epmd:start_link().

register_node(Name, Port) -> erl_epmd:register_node(Name, Port).

register_node(Name, Port, Family) -> erl_epmd:register_node(Name, Port, Family).

port_please(Name, Host) -> erl_epmd:port_please(Name, Host).

port_please(Name, Host, Timeout) -> erl_epmd:port_please(Name, Host, Timeout).

listen_port_please(Name, Host) -> erl_epmd:listen_port_please(Name, Host).

names() -> erl_epmd:names().

names(Host) -> erl_epmd:names(Host).

%% Other nodes are asked for as usual: the user may connect to them from the shell.
address_please(Name, Host, Family) ->
    case init:get_argument(remsh) =:= {ok, [[Name ++ "@" ++ Host]]} of
        true ->
            {ok, [[Address, Port]]} = init:get_argument(enit_address),
            {ok, Ip} = inet:parse_address(Address),
            {ok, Ip, list_to_integer(Port), ?VERSION};
        false ->
            erl_epmd:address_please(Name, Host, Family)
    end.
