-module(enit_sup).

-behaviour(supervisor).

-export([start_link/1]).
-export([init/1]).

-spec start_link(enit_plan:plan() | none) -> supervisor:startlink_ret().
start_link(Plan) ->
    supervisor:start_link({local, ?MODULE}, ?MODULE, Plan).

%% No process could take over what enit_node knows of the applications: if it goes, the node goes.
init(Plan) ->
    {ok, {#{strategy => one_for_all, intensity => 0, period => 1}, children(Plan)}}.

children(none) ->
    [];
children(Plan) ->
    Syslog = [#{id => enit_syslog, start => {enit_syslog, start_link, [maps:get(release, Plan)]}} || maps:get(syslog, Plan)],
    Run = #{id => enit_run, start => {enit_run, start_link, [maps:get(run, Plan, none)]}},
    [Run | Syslog] ++ [#{id => enit_node, start => {enit_node, start_link, [Plan]}}].
