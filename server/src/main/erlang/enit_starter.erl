%% One attempt to start the applications of a release: a process of its own, since an application may take its time to
%% start, and enit_node has questions to answer meanwhile.
-module(enit_starter).

-export([start_link/2]).

%% Tells the caller, as {enit_starter, Pid, What}:
%%   {starting, Application}
%%   {started, Application}
%%   {failed, Application, Reason}       the attempt is over
%%   done                                everything runs
%% Applications that an earlier attempt has started are not among those that wait.
-spec start_link(enit_plan:plan(), Waiting :: [atom()]) -> pid().
start_link(Plan, Waiting) ->
    Parent = self(),
    spawn_link(fun() ->
        Tell = fun(What) ->
            Parent ! {?MODULE, self(), What},
            ok
        end,
        Tell(run(Plan, Waiting, Tell))
    end).

run(Plan, Waiting, Tell) ->
    case load(Plan) of
        ok -> start(Waiting, Tell);
        {failed, _, _} = Failed -> Failed
    end.

%% Sets what is configured as soon as an application is loaded: a load overwrites what was set before it.
load(Plan) ->
    Apps = maps:get(load, Plan),
    Files = enit_path:new(),
    {Result, Original} = load(Apps, Files, maps:from_list(enit_applied:config(Plan)), enit_applied:original()),
    enit_applied:write(Plan, Original),
    case Result of
        ok -> load_modules(Apps, Files);
        {failed, _, _} -> Result
    end.

%% Returns the result, and the environments of the loaded applications before they were configured.
load(Apps, Files, Config, Original) ->
    load(Apps, Files, Config, maps:from_keys([App || {App, _} <- Original], known), Original).

load([], _Files, _Config, _Known, Original) ->
    {ok, Original};
load([App | Apps], Files, Config, Known, Original) when is_map_key(App, Known) ->
    load(Apps, Files, Config, Known, Original);
load([App | Apps], Files, Config, Known, Original) ->
    case enit_path:load_application(App, Files) of
        Loaded when Loaded =:= ok; Loaded =:= {error, {already_loaded, App}} ->
            Own = enit_applied:own_environment(App),
            configure(App, maps:get(App, Config, [])),
            load(Apps, Files, Config, Known, [{App, Own} | Original]);
        {error, Reason} ->
            {{failed, App, Reason}, Original}
    end.

%% The kernel has its settings since its start.
configure(kernel, _Env) ->
    ok;
configure(_App, []) ->
    ok;
configure(App, Env) ->
    application:set_env([{App, Env}], [{timeout, infinity}]).

%% All at once and now, so that a module that is missing is seen now. A module that cannot be loaded on this host, such
%% as one of a library that is not installed, need not be a mistake: its caller finds out.
load_modules(Apps, Files) ->
    enit_path:load_modules([Module || App <- Apps, Module <- modules(App)], Files).

modules(App) ->
    case application:get_key(App, modules) of
        {ok, Modules} -> Modules;
        undefined -> []
    end.

start([], _Tell) ->
    done;
start([App | Apps], Tell) ->
    Tell({starting, App}),
    %% Not permanent: the emulator would end when the first attempt fails. enit_node sees to it afterwards.
    case application:start(App, temporary) of
        Started when Started =:= ok; Started =:= {error, {already_started, App}} ->
            Tell({started, App}),
            start(Apps, Tell);
        {error, Reason} ->
            {failed, App, Reason}
    end.
