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
        Tell = fun(What) -> Parent ! {?MODULE, self(), What} end,
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
    {Result, Original} = load(Apps, enit_applied:config(Plan), enit_applied:original()),
    enit_applied:write(Plan, Original),
    case Result of
        ok -> load_modules(Apps);
        {failed, _, _} -> Result
    end.

%% The result, and the environments of the loaded applications before they were configured.
load([], _Config, Original) ->
    {ok, Original};
load([App | Apps], Config, Original) ->
    case lists:keymember(App, 1, Original) orelse application:load(App) of
        true ->
            load(Apps, Config, Original);
        Loaded when Loaded =:= ok; Loaded =:= {error, {already_loaded, App}} ->
            Own = enit_applied:own_environment(App),
            configure(App, proplists:get_value(App, Config, [])),
            load(Apps, Config, [{App, Own} | Original]);
        {error, Reason} ->
            {{failed, App, Reason}, Original}
    end.

%% The kernel has its settings since its start.
configure(kernel, _Env) ->
    ok;
configure(App, Env) ->
    application:set_env([{App, Env}], [{timeout, infinity}]).

%% All at once and now, so that a module that is missing is seen now. A module that cannot be loaded on this host, such
%% as one of a library that is not installed, need not be a mistake: whoever calls it finds out.
load_modules(Apps) ->
    _ = code:ensure_modules_loaded([Module || App <- Apps, Module <- modules(App)]),
    ok.

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
