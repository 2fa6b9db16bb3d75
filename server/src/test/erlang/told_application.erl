%% An application that reports each call of its config_change/3 to the process registered as `listener', and then does
%% what its parameter `conduct' says.
-module(told_application).

-behaviour(application).

-export([start/2, stop/1, config_change/3]).

%% With the argument `wait' it reports that it starts, and waits there.
start(Type, wait) ->
    listener ! {starting, self()},
    ok = wait(),
    start(Type, []);
start(_Type, _Arguments) ->
    {ok, spawn_link(timer, sleep, [infinity])}.

stop(_State) ->
    ok.

config_change(Changed, New, Removed) ->
    {ok, App} = application:get_application(),
    listener ! {told, App, {lists:sort(Changed), lists:sort(New), lists:sort(Removed)}, self()},
    conduct(App, application:get_env(App, conduct, ok)).

conduct(_, ok) -> ok;
conduct(_, {return, Value}) -> Value;
conduct(App, crash) -> 1 + binary_to_integer(atom_to_binary(App));
conduct(_, undefined_function) -> apply(told_application, no_such_function, [secret]);
conduct(_, wait) -> wait();
conduct(_, {exit, Reason}) -> exit(Reason);
conduct(App, {set_env, Key, Value, Then}) ->
    ok = application:set_env(App, Key, Value),
    conduct(App, Then);

conduct(App, {set_env, Other, Key, Value, Then}) ->
    ok = application:set_env(Other, Key, Value),
    conduct(App, Then);
conduct(_, suspend) ->
    ok = sys:suspend(application_controller),
    suspended.

wait() ->
    receive
        go_on -> ok
    end.
