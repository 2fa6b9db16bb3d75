%% Tells systemd how the node is doing: sd_notify(3), without its library. Does nothing where the environment names no
%% socket.
-module(enit_notify).

-export([open/0, send/2, reloading/0]).
-export_type([socket/0]).

-define(VARIABLE, "NOTIFY_SOCKET").

-opaque socket() :: none | {gen_udp:socket(), {local, binary()}}.

%% Takes the variable out of the environment: what the node starts is not the one to speak for it.
-spec open() -> socket().
open() ->
    Path = os:getenv(?VARIABLE, ""),
    true = os:unsetenv(?VARIABLE),
    open(Path).

open("/" ++ _ = Path) -> open_at(unicode:characters_to_binary(Path, unicode, file:native_name_encoding()));
%% A socket without a place in the file system.
open("@" ++ Name) -> open_at(<<0, (unicode:characters_to_binary(Name))/binary>>);
open(_) -> none.

open_at(Address) ->
    case gen_udp:open(0, [local, {active, false}]) of
        {ok, Socket} -> {Socket, {local, Address}};
        {error, _} -> none
    end.

%% Such as ["READY=1", ["STATUS=", Text]]. What cannot be sent is lost: there is no other process to tell.
-spec send(socket(), [unicode:chardata()]) -> ok.
send(none, _) ->
    ok;
send({Socket, Address}, Variables) ->
    Lines = lists:join($\n, [single_line(Variable) || Variable <- Variables]),
    _ = gen_udp:send(Socket, Address, 0, unicode:characters_to_binary(Lines)),
    ok.

single_line(Text) ->
    re:replace(Text, "[\\n\\r]+", " ", [global, unicode, {return, list}]).

%% What to send before a change of the configuration; READY=1 follows it.
-spec reloading() -> [unicode:chardata()].
reloading() ->
    Clock = erlang:system_info(os_monotonic_time_source),
    Time = erlang:convert_time_unit(proplists:get_value(time, Clock), native, microsecond),
    ["RELOADING=1", ["MONOTONIC_USEC=", integer_to_list(Time)]].
