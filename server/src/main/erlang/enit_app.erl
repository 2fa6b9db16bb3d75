%% The application enit. In a node of a release it starts and watches the applications; in any other node nothing of it
%% runs, and its modules are there to be called.
-module(enit_app).

-behaviour(application).

-export([start/2, stop/1]).

start(_Type, _Arguments) ->
    enit_sup:start_link(enit_plan:take()).

stop(_State) ->
    ok.
