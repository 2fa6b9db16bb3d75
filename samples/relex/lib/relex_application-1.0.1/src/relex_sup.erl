%% @private The only supervisor of the application.
-module(relex_sup).

-behaviour(supervisor).

-export([start_link/0]).
-export([init/1]).

start_link() ->
    supervisor:start_link({local, ?MODULE}, ?MODULE, []).

init([]) ->
    Frozzler = #{id => relex_frozzler, start => {relex_frozzler, start_link, []}},
    {ok, {#{strategy => one_for_one}, [Frozzler]}}.
