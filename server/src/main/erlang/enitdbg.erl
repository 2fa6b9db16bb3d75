%% Tracing of a running node with OTP's `dbg', for who is on its shell (`enit remsh') and reads the traces elsewhere:
%%
%%   (relex@host)1> enitdbg:ip(9876).            $ enit traceip 9876
%%   (relex@host)2> enitdbg:fn(lists, seq).      (<0.85.0>) call lists:seq(1,10)
%%   (relex@host)3> lists:seq(1, 10).            (<0.85.0>) returned from lists:seq/2 -> [1,2,3,4,5,6,7,8,9,10]
%%   (relex@host)4> enitdbg:stop().
%%
%% The functions of dbg itself can be used beside these. Needs the application runtime_tools on the code path.
-module(enitdbg).

-export([ip/1, port/0, file/1, mod/1, fn/2, stop/0]).
-export_type([matched/0]).

-include_lib("kernel/include/file.hrl").

%% As dbg says it: in which nodes how many functions were found, and the number of the pattern.
-type matched() :: {ok, [{matched, node(), non_neg_integer()} | {matched, node(), 0, term()} | {saved, term()}]}.

%% Starts a tracer that a client reads over TCP: `enit traceip PORT', or dbg:trace_client(ip, Port). It listens on the
%% loopback interface only; 0 takes a free port, which port/0 tells.
-spec ip(inet:port_number()) -> {ok, pid()} | {error, already_started | inet:posix() | term()}.
ip(Port) when is_integer(Port), Port >= 0, Port < 65536 ->
    with_dbg(fun() -> dbg:tracer(port, fun() -> enit_trace_port:start(Port) end) end).

%% The port that the tracer listens on.
-spec port() -> {ok, inet:port_number()} | {error, no_tracer}.
port() ->
    case whereis(dbg) =/= undefined andalso dbg:get_tracer() of
        {ok, Tracer} when is_pid(Tracer) ->
            case enit_trace_port:number(Tracer) of
                {ok, Number} -> {ok, Number};
                error -> {error, no_tracer}
            end;
        _ ->
            {error, no_tracer}
    end.

%% Starts a tracer that writes to a file, for `enit tracefile FILE'. What the file holds is replaced; it must be a regular
%% file, no link, with one name. The file grows for as long as something is traced.
-spec file(file:name_all()) -> {ok, pid()} | {error, already_started | file:posix() | term()}.
file(File) ->
    with_dbg(fun() ->
        Name = filename:absname(unicode:characters_to_list(File)),
        case writable(Name) of
            ok -> dbg:tracer(port, dbg:trace_port(file, Name));
            {error, _} = Error -> Error
        end
    end).

%% A link that another user put there would have the node replace the file that it leads to. The driver's own error for a
%% file that cannot be written says no more than badarg.
writable(Name) ->
    case file:read_link_info(Name, [raw]) of
        {ok, #file_info{type = symlink}} ->
            {error, eloop};
        {ok, #file_info{type = regular, links = Links}} when Links > 1 ->
            {error, emlink};
        {ok, #file_info{type = Type}} when Type =/= regular, Type =/= directory ->
            {error, einval};
        _ ->
            case file:open(Name, [append, raw]) of
                {ok, Device} -> file:close(Device);
                {error, _} = Error -> Error
            end
    end.

%% Traces the calls of every function of a module, local ones too, with what they return or raise.
-spec mod(module()) -> matched() | {error, term()}.
mod(Module) ->
    trace(fun(Pattern) -> dbg:tpl(Module, Pattern) end).

%% Traces the calls of a function of any arity, with what it returns or raises.
-spec fn(module(), Function :: atom()) -> matched() | {error, term()}.
fn(Module, Function) ->
    trace(fun(Pattern) -> dbg:tpl(Module, Function, Pattern) end).

%% In all processes, those that exist and those to come.
trace(SetPattern) ->
    with_dbg(fun() ->
        case whereis(dbg) =/= undefined andalso dbg:p(all, [call]) of
            {ok, _} -> SetPattern([{'_', [], [{exception_trace}]}]);
            {error, _} = Error -> Error;
            false -> {error, no_tracer}
        end
    end).

%% Ends the tracer and takes back every pattern. What is in the queue of a TCP tracer still goes to its client, for a
%% second at most. A tracer that does not run is no error.
-spec stop() -> ok | {error, {not_installed, runtime_tools}}.
stop() ->
    with_dbg(fun() ->
        case whereis(dbg) =/= undefined andalso dbg:get_tracer() of
            {ok, Tracer} when is_pid(Tracer) ->
                Monitor = monitor(process, Tracer),
                ok = dbg:stop(),
                receive
                    {'DOWN', Monitor, process, Tracer, _} -> ok
                end;
            false ->
                ok;
            _ ->
                dbg:stop()
        end
    end).

with_dbg(Do) ->
    case code:ensure_loaded(dbg) of
        {module, dbg} -> Do();
        {error, _} -> {error, {not_installed, runtime_tools}}
    end.
