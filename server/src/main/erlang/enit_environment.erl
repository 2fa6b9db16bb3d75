%% The environments of the applications of a node, and the record of what enit last put into them.
-module(enit_environment).

-export([snapshot/0, running/1, stamp/0, of_application/1, value/2, set/3, restore/3, record/2]).

-export_type([env/0, value/0, applied/0, snapshot/0]).

%% Milliseconds.
-define(CONTROLLER_TIMEOUT, 5000).

-type env() :: [{Key :: atom(), term()}].
-type value() :: {value, term()} | unset.

%% What enit last put into the node: the environment `applied' of the application enit.
-type applied() :: #{
    config := [{App :: atom(), env()}],
    %% the environments as they were before enit changed them, of the applications that were loaded then
    original := [{App :: atom(), env()}],
    waiting := [{App :: atom(), Key :: atom(), AtBoot :: term()}],
    time := integer(),
    atom() => term()
}.

-type snapshot() :: #{
    node := node(),
    pid := binary(),
    %% of the applied record
    stamp := integer(),
    applied := undefined | applied(),
    %% `Told': it runs and has config_change/3
    applications := [{App :: atom(), Version :: binary(), running | loaded, Told :: boolean(), env()}]
}.

%% The node as a change is planned from it.
-spec snapshot() -> {ok, snapshot()} | {error, controller | stopping}.
snapshot() ->
    case running(?CONTROLLER_TIMEOUT) of
        {ok, Running} -> {ok, snapshot(Running)};
        {error, _} = Error -> Error
    end.

snapshot(Running) ->
    #{
        node => node(),
        pid => list_to_binary(os:getpid()),
        stamp => stamp(),
        applied => applied(),
        applications => [application(App, Version, Running) || {App, _, Version} <- application:loaded_applications()]
    }.

%% The running applications in the order of their start. The application controller does not answer while it calls a
%% config_change/3 itself, nor while it stops the applications.
-spec running(timeout()) -> {ok, [App :: atom()]} | {error, controller | stopping}.
running(Timeout) ->
    case init:get_status() of
        {stopping, _} -> {error, stopping};
        _ -> which(Timeout)
    end.

which(Timeout) ->
    try
        {ok, [App || {App, _, _} <- lists:reverse(application:which_applications(Timeout))]}
    catch
        exit:{timeout, _} -> {error, controller}
    end.

application(App, Version, Running) ->
    IsTold = enit_callback:is_told(App, Running),
    {App, unicode:characters_to_binary(Version), state(App, Running), IsTold, of_application(App)}.

state(App, Running) ->
    case lists:member(App, Running) of
        true -> running;
        false -> loaded
    end.

applied() -> application:get_env(enit, applied, undefined).

%% Another one after each change by enit.
-spec stamp() -> integer().
stamp() -> erlang:phash2(applied()).

-spec value(Key :: atom(), env()) -> value().
value(Key, Env) ->
    case lists:keyfind(Key, 1, Env) of
        {Key, Value} -> {value, Value};
        false -> unset
    end.

%% Sets and unsets keys.
-spec set(atom(), [{Key :: atom(), value()}], timeout()) -> ok.
set(App, Values, Timeout) ->
    _ = [ok = application:unset_env(App, Key, [{timeout, Timeout}]) || {Key, unset} <- Values],
    case [{Key, Value} || {Key, {value, Value}} <- Values] of
        [] -> ok;
        Env -> application:set_env([{App, Env}], [{timeout, Timeout}])
    end.

%% Puts an environment back as it was.
-spec restore(atom(), env(), timeout()) -> ok.
restore(App, Before, Timeout) ->
    Now = application:get_all_env(App),
    New = [{Key, unset} || {Key, _} <- Now, not lists:keymember(Key, 1, Before)],
    set(App, New ++ [{Key, {value, Value}} || {Key, Value} <- Before -- Now], Timeout).

%% Makes a new applied record of the present one.
%%
%% Before: environments as they were before the change that is recorded.
-spec record(#{atom() => term()}, Before :: [{atom(), env()}]) -> ok.
record(Record, Before) ->
    Applied =
        case applied() of
            undefined -> #{};
            Present -> Present
        end,
    Known = maps:get(original, Applied, []),
    New = [
        {App, proplists:get_value(App, Before, of_application(App))}
     || {App, _} <- maps:get(config, Record, []),
        lists:keymember(App, 1, application:loaded_applications()),
        not lists:keymember(App, 1, Known)
    ],
    Facts = #{original => Known ++ New, time => os:system_time(second)},
    application:set_env(enit, applied, maps:merge(maps:merge(Applied, Record), Facts), [{timeout, infinity}]).

%% The environment of an application as far as others set it. The kernel completes its parameter `logger' when it reads
%% it; what it made of the value that enit gave counts as that value.
-spec of_application(atom()) -> env().
of_application(enit) ->
    lists:keydelete(applied, 1, application:get_all_env(enit));
of_application(kernel) ->
    Env = application:get_all_env(kernel),
    case {given(logger), value(logger, Env)} of
        {{value, Given}, {value, Present}} ->
            case is_completed(Given, Present) of
                true -> lists:keystore(logger, 1, Env, {logger, Given});
                false -> Env
            end;
        _ ->
            Env
    end;
of_application(App) ->
    application:get_all_env(App).

given(Key) ->
    case applied() of
        #{config := Config} -> value(Key, proplists:get_value(kernel, Config, []));
        _ -> unset
    end.

is_completed(Given, Present) when is_list(Given), is_list(Present) ->
    {Defaults, Others} = lists:partition(fun is_default/1, Given),
    {Completed, Same} = lists:partition(fun is_default/1, Present),
    Others =:= Same andalso is_default_of(Defaults, Completed);
is_completed(_, _) ->
    false.

is_default({handler, default, _, _}) -> true;
is_default(_) -> false.

is_default_of([], [{handler, _, logger_std_h, _}]) -> true;
is_default_of([{handler, _, Module, Given}], [{handler, _, Module, Present}]) when is_map(Given), is_map(Present) ->
    maps:with(maps:keys(Given), Present) =:= Given;
is_default_of(Same, Present) -> Same =:= Present.
