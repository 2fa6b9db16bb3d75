%% Keeps the record of the run of this node, in a file that enit opened before it became the node's user: that the node
%% runs, again and again, and that it stopped, at its end. A record that says neither of a process that is gone tells of a
%% node that was killed.
-module(enit_run).

-behaviour(gen_server).

-export([start_link/1, failing/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

%% Milliseconds between two signs that the node runs.
-define(INTERVAL, 30000).

%% The first line of the record, as RunRecord.java reads it: the state, and when it was so in seconds.
-define(WIDTH, 31).

-record(state, {file :: none | term(), last = stopped :: stopped | failed}).

-spec start_link(none | non_neg_integer()) -> gen_server:start_ret().
start_link(Number) ->
    gen_server:start_link({local, ?MODULE}, ?MODULE, Number, []).

%% The node ends because of an error: that is what there is to tell, also where its stop hangs.
-spec failing() -> ok.
failing() ->
    gen_server:cast(?MODULE, failing).

init(Number) ->
    process_flag(trap_exit, true),
    State = #state{file = open(Number)},
    {ok, tick(State)}.

open(none) ->
    none;
open(Number) ->
    case prim_file:file_desc_to_ref(Number, [write, binary]) of
        {ok, File} -> File;
        {error, _} -> none
    end.

handle_call(_Request, _From, State) ->
    {reply, ok, State}.

handle_cast(failing, State) ->
    write(failed, State),
    {noreply, State#state{last = failed}};
handle_cast(_Other, State) ->
    {noreply, State}.

handle_info(tick, #state{last = stopped} = State) ->
    {noreply, tick(State)};
handle_info(_Other, State) ->
    {noreply, State}.

terminate(_Reason, #state{last = Last} = State) ->
    write(Last, State).

tick(#state{file = none} = State) ->
    State;
tick(State) ->
    write(running, State),
    _ = erlang:send_after(?INTERVAL, self(), tick),
    State.

%% A disk that is full, or gone, is no reason to end.
write(_What, #state{file = none}) ->
    ok;
write(What, #state{file = File}) ->
    Line = io_lib:format("~w ~w", [What, erlang:system_time(second)]),
    _ = prim_file:pwrite(File, 0, iolist_to_binary([string:pad(Line, ?WIDTH), $\n])),
    ok.
