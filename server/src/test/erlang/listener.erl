%% A process that receives the calls of told_application, in a node of a test: the test can wait for them.
-module(listener).

-export([start/0, await/1, await/2, go_on/1, heard/0, own/3]).

%% Runs until the node ends.
start() ->
    true = register(?MODULE, spawn(fun() -> listen([], [], []) end)),
    ok.

%% Waits until an application has been told, once or so many times.
await(App) -> await(App, 1).

await(App, Times) -> call({await, App, Times}).

%% Resumes the callback of an application whose conduct is to wait.
go_on(App) -> call({go_on, App}).

%% Returns the calls of config_change/3, the first first.
heard() -> call(heard).

%% Sets a key to a process, which no file can contain.
own(App, Key, Registered) -> application:set_env(App, Key, whereis(Registered)).

call(Request) ->
    Monitor = monitor(process, ?MODULE),
    ?MODULE ! {Request, self(), Monitor},
    receive
        {Monitor, Answer} -> Answer
    end.

%% Waiting: those who wait for the rest of the times.
listen(Heard, Callbacks, Waiting) ->
    receive
        {told, App, Change, Callback} ->
            Now = [{App, Change} | Heard],
            listen(Now, [{App, Callback} | Callbacks], [Waiter || Waiter <- Waiting, not served(Waiter, Now)]);
        {{await, App, Times}, From, Tag} ->
            Waiter = {App, Times, From, Tag},
            listen(Heard, Callbacks, [Waiter || not served(Waiter, Heard)] ++ Waiting);
        {{go_on, App}, From, Tag} ->
            {value, {App, Callback}, Others} = lists:keytake(App, 1, Callbacks),
            Callback ! go_on,
            From ! {Tag, ok},
            listen(Heard, Others, Waiting);
        {heard, From, Tag} ->
            From ! {Tag, lists:reverse(Heard)},
            listen(Heard, Callbacks, Waiting)
    end.

served({App, Times, From, Tag}, Heard) ->
    IsServed = length([App || {A, _} <- Heard, A =:= App]) >= Times,
    _ = IsServed andalso (From ! {Tag, ok}),
    IsServed.
