%% The record of what enit put into this node, kept as `applied' in the environment of the application enit: a later
%% comparison tells by it what has changed on the disk from what has changed at run time.
-module(enit_applied).

-export([write/2, config/1, original/0, own_environment/1]).

-type environment() :: [{Key :: atom(), Value :: term()}].

%% Writes the record at the end of the load of an attempt to start. That of the first attempt has the facts of the plan;
%% a later attempt adds applications that it has loaded, and keeps what a reconfiguration recorded meanwhile.
-spec write(enit_plan:plan(), Original :: [{atom(), environment()}]) -> ok.
write(Plan, Original) ->
    case application:get_env(enit, applied) of
        {ok, Applied} -> application:set_env(enit, applied, Applied#{original => Original}, [{timeout, infinity}]);
        undefined -> write_first(Plan, Original)
    end.

write_first(Plan, Original) ->
    Applied = #{
        release => maps:get(release, Plan),
        vsn => maps:get(vsn, Plan),
        applications => maps:get(applications, Plan),
        %% All of it: what is set for an application that is not loaded has been seen as well, and differs no more.
        config => maps:get(config, Plan),
        node => maps:get(node, Plan),
        original => Original,
        waiting => [],
        otp => maps:get(otp, Plan),
        release_dir => maps:get(release_dir, Plan),
        config_dir => maps:get(config_dir, Plan),
        time => os:system_time(second)
    },
    application:set_env(
        [
            {enit, [
                {applied, Applied},
                {release_dir, unicode:characters_to_list(maps:get(release_dir, Plan))},
                {config_dir, unicode:characters_to_list(maps:get(config_dir, Plan))}
            ]}
        ],
        [{timeout, infinity}]
    ).

%% The configuration that was applied last: that of the plan until a reconfiguration.
-spec config(enit_plan:plan()) -> [{atom(), environment()}].
config(Plan) ->
    case application:get_env(enit, applied) of
        {ok, #{config := Config}} -> Config;
        undefined -> maps:get(config, Plan)
    end.

%% The environments of applications before enit changed them, as far as they are known.
-spec original() -> [{atom(), environment()}].
original() ->
    case application:get_env(enit, applied) of
        {ok, #{original := Original}} -> Original;
        undefined -> []
    end.

%% The environment of an application before enit changes it. The kernel got its settings at its start, so its own ones
%% stand in its file only.
-spec own_environment(atom()) -> environment().
own_environment(kernel) ->
    {ok, [{application, kernel, Properties}]} = file:consult(code:where_is_file("kernel.app")),
    proplists:get_value(env, Properties, []);
own_environment(App) ->
    application:get_all_env(App).
