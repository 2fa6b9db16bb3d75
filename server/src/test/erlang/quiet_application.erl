%% An application that does not want to be told of changes.
-module(quiet_application).

-behaviour(application).

-export([start/2, stop/1]).

start(_Type, _Arguments) ->
    {ok, spawn_link(timer, sleep, [infinity])}.

stop(_State) ->
    ok.
