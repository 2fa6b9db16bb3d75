%% The callback module of all applications of a test. What one of them does when it starts stands in its environment,
%% under `do'; each start and stop is a line of the file that the environment of `probe' names as `trace'.
-module(probe).

-behaviour(application).
-behaviour(supervisor).

-export([start/2, stop/1, config_change/3]).
-export([init/1]).
-export([hold/0]).
-export([worker/1, work/1]).

start(_Type, Name) ->
    trace("start ~w", [Name]),
    case do(application:get_env(Name, do, run), Name) of
        {ok, Pid} -> {ok, Pid, Name};
        Other -> Other
    end.

do(run, Name) ->
    supervisor:start_link({local, Name}, ?MODULE, Name);
do({fail, Reason}, _) ->
    {error, Reason};
do(crash, _) ->
    error(out_of_order);
do({fail_times, N, File}, Name) ->
    ok = file:write_file(File, "x", [append]),
    case filelib:file_size(File) of
        Times when Times =< N -> {error, {attempt, Times}};
        _ -> do(run, Name)
    end;
do(fail_in_child, Name) ->
    supervisor:start_link({local, Name}, ?MODULE, {failing, Name});
do(hang, _) ->
    receive
    after infinity -> ok
    end;
do(hang_in_stop, Name) ->
    do(run, Name).

stop(Name) ->
    trace("stop ~w", [Name]),
    application:get_env(Name, do, run) =:= hang_in_stop andalso
        receive
        after infinity -> ok
        end.

config_change(_Changed, _New, _Removed) ->
    ok.

%% A call that lasts until it is told to go on.
hold() ->
    true = register(probe_hold, self()),
    trace("hold", []),
    receive
        go -> gone
    end.

init({failing, Name}) ->
    {ok, {#{}, [#{id => worker, start => {?MODULE, worker, [{failing, Name}]}}]}};
%% A worker that ends takes its supervisor along.
init(Name) ->
    {ok, {#{intensity => 0}, [#{id => worker, start => {?MODULE, worker, [Name]}}]}}.

worker({failing, _}) ->
    {error, {no_such_table, users}};
worker(Name) ->
    {ok, proc_lib:spawn_link(?MODULE, work, [Name])}.

work(Name) ->
    register(list_to_atom(atom_to_list(Name) ++ "_worker"), self()),
    receive
        stop -> exit({told, stop})
    end.

trace(Format, Arguments) ->
    case application:get_env(probe, trace) of
        {ok, File} -> ok = file:write_file(File, io_lib:format(Format ++ "~n", Arguments), [append]);
        undefined -> ok
    end.
