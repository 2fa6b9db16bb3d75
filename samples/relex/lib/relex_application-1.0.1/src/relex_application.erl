%% @doc Start, stop and reconfiguration of the application, and its interface.
%%
%% This is the place to see how an application follows changes of its
%% configuration while it runs: config_change/3 below.
-module(relex_application).

-behaviour(application).

-export([settings/0, frozzles/0, changes/0]).
-export([start/2, stop/1, config_change/3]).

-export_type([change/0]).

%% What one call of config_change/3 was told.
-type change() :: #{
    changed := [{Key :: atom(), NewValue :: term()}],
    new := [{Key :: atom(), Value :: term()}],
    removed := [Key :: atom()]
}.

%% @doc The settings that are in use now.
-spec settings() -> relex_frozzler:settings().
settings() ->
    relex_frozzler:settings().

%% @doc How often it has frozzled since it was started.
-spec frozzles() -> non_neg_integer().
frozzles() ->
    relex_frozzler:frozzles().

%% @doc Every change of the configuration that was announced, oldest first.
-spec changes() -> [change()].
changes() ->
    relex_frozzler:changes().

%% @private
start(_Type, _Args) ->
    relex_sup:start_link().

%% @private
stop(_State) ->
    ok.

%% @doc Called after the environment of the application has changed.
%%
%% It runs inside the application controller, on which every other application
%% of the node waits meanwhile. So it only passes the news on to the worker;
%% it must not call application:set_env/3 or anything else that waits for the
%% controller. For a value that cannot be used an error is returned, and the
%% worker stays with the settings that it has.
-spec config_change(Changed, New, Removed) -> ok | {error, term()} when
    Changed :: [{atom(), term()}],
    New :: [{atom(), term()}],
    Removed :: [atom()].
config_change(Changed, New, Removed) ->
    Read = relex_frozzler:read_settings(),
    relex_frozzler:config_change(#{changed => Changed, new => New, removed => Removed}, Read),
    case Read of
        {ok, _Settings} -> ok;
        {error, _} = Error -> Error
    end.
