%% @private The only supervisor of the application.
-module(relex_snmp_sup).

-behaviour(supervisor).

-export([start_link/0]).
-export([init/1]).

start_link() ->
    supervisor:start_link({local, ?MODULE}, ?MODULE, []).

init([]) ->
    Agent = #{id => relex_snmp_agent, start => {relex_snmp_agent, start_link, []}},
    {ok, {#{strategy => one_for_one}, [Agent]}}.
