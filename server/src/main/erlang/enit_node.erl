%% Starts the applications of the release in this node, again where that fails, and watches them from then on: one that
%% ends takes the node down.
%%
%% They are started as temporary applications, since OTP ends the emulator when a permanent one fails to start. That they
%% are permanent nevertheless is the work of this process.
-module(enit_node).

-behaviour(gen_server).

-include_lib("kernel/include/logger.hrl").

-export([start_link/1]).
-export([boot_status/0, stop/0, stopping/0, begin_change/0, reloading/0, reloaded/0]).
-export([init/1, handle_continue/2, handle_call/3, handle_cast/2, handle_info/2]).
-export_type([boot_status/0]).

-type boot_status() :: #{
    release := atom(),
    vsn := binary(),
    state := starting | running | stopping,
    %% Applications that are still to start.
    waiting := [atom()],
    %% Counts from 1.
    attempt := pos_integer(),
    %% How the last attempt has failed, if it has.
    failed := undefined | #{application := atom(), reason := binary(), retry_in := non_neg_integer() | never}
}.

-record(state, {
    plan :: enit_plan:plan(),
    phase = starting :: starting | running | stopping,
    attempt = 1 :: pos_integer(),
    %% That of the present attempt.
    starter :: pid() | undefined,
    %% What it starts at the moment.
    application :: atom() | undefined,
    waiting :: [atom()],
    failed :: undefined | {Application :: atom(), Reason :: binary()},
    %% Until the next attempt.
    timer :: reference() | undefined,
    %% The applications by the monitors of their masters.
    masters = #{} :: #{reference() => atom()},
    %% Monitors of the processes that change the configuration.
    changes = [] :: [reference()],
    %% The next attempt waits for the end of a change.
    due = false :: boolean(),
    notify :: enit_notify:socket(),
    progress :: pid() | none
}).

-spec start_link(enit_plan:plan()) -> gen_server:start_ret().
start_link(Plan) ->
    gen_server:start_link({local, ?MODULE}, ?MODULE, Plan, []).

%% How far the start of the release is.
-spec boot_status() -> boot_status().
boot_status() ->
    gen_server:call(?MODULE, boot_status).

%% Stops the node in good order.
-spec stop() -> ok.
stop() ->
    stopping(),
    init:stop().

%% To be told when another process stops the node.
-spec stopping() -> ok.
stopping() ->
    gen_server:cast(?MODULE, stopping).

%% Reserves the node for a change of the configuration by the calling process, until that process ends. Refused while
%% applications start, since one inside its start/2 has read the former values and cannot be told; allowed between two
%% attempts, and the next one waits for the change.
-spec begin_change() -> ok | {error, starting | stopping}.
begin_change() ->
    gen_server:call(?MODULE, {begin_change, self()}).

%% To be told before and after a change of the configuration.
-spec reloading() -> ok.
reloading() ->
    gen_server:cast(?MODULE, reloading).

-spec reloaded() -> ok.
reloaded() ->
    gen_server:cast(?MODULE, reloaded).

init(Plan) ->
    process_flag(trap_exit, true),
    ok = enit_signal:install(),
    State = #state{
        plan = Plan,
        waiting = maps:get(start, Plan),
        notify = enit_notify:open(),
        progress = enit_progress:start_link(maps:get(progress, Plan))
    },
    {ok, State, {continue, start}}.

handle_continue(start, State) ->
    {noreply, State#state{starter = enit_starter:start_link(State#state.plan, State#state.waiting), timer = undefined}}.

handle_call(boot_status, _From, State) ->
    {reply, status(State), State};
handle_call({begin_change, _Pid}, _From, #state{phase = stopping} = State) ->
    {reply, {error, stopping}, State};
handle_call({begin_change, _Pid}, _From, #state{phase = starting, timer = undefined} = State) ->
    {reply, {error, starting}, State};
handle_call({begin_change, Pid}, _From, #state{changes = Changes} = State) ->
    {reply, ok, State#state{changes = [monitor(process, Pid) | Changes]}}.

handle_cast(stopping, State) ->
    {noreply, stopping(State)};
handle_cast(reloading, State) ->
    enit_notify:send(State#state.notify, enit_notify:reloading()),
    {noreply, State};
handle_cast(reloaded, State) ->
    enit_notify:send(State#state.notify, ["READY=1"]),
    {noreply, State}.

handle_info({enit_starter, Pid, What}, #state{starter = Pid, phase = starting} = State) ->
    attempt(What, State);
%% Without a last word.
handle_info({'EXIT', Pid, Reason}, #state{starter = Pid, phase = starting} = State) when Reason =/= normal ->
    give_up(io_lib:format("the start has crashed: ~0tp", [Reason]), State);
handle_info(next_attempt, #state{phase = starting, changes = [_ | _]} = State) ->
    {noreply, State#state{due = true}};
handle_info(next_attempt, #state{phase = starting} = State) ->
    {noreply, State#state{attempt = State#state.attempt + 1, due = false}, {continue, start}};
handle_info({'DOWN', Monitor, process, _Master, Reason}, #state{masters = Masters} = State) when
    is_map_key(Monitor, Masters)
->
    {App, Others} = maps:take(Monitor, Masters),
    ended(App, Reason, State#state{masters = Others});
handle_info({'DOWN', Monitor, process, _Pid, _Reason}, #state{changes = [_ | _]} = State) ->
    {noreply, changed(State#state{changes = lists:delete(Monitor, State#state.changes)})};
handle_info({enit_progress, closed}, #state{phase = starting} = State) ->
    give_up("the process that waited for the start has gone", State);
handle_info(halt, _State) ->
    erlang:halt(1);
handle_info(_LateOrForeign, State) ->
    {noreply, State}.

%% The end of the last change starts an attempt that waits for it.
changed(#state{changes = [], due = true} = State) ->
    self() ! next_attempt,
    State;
changed(State) ->
    State.

%% -------------------------------------------------------------------------------------------------- starting

attempt({starting, App}, State) ->
    Total = length(maps:get(start, State#state.plan)),
    Number = Total - length(State#state.waiting) + 1,
    tell({starting, App, Number, Total}, State),
    say_status("starting ~tw (~w of ~w)", [App, Number, Total], State),
    {noreply, State#state{application = App}};
attempt({started, App}, State) ->
    Waiting = lists:delete(App, State#state.waiting),
    {noreply, watch(App, State#state{waiting = Waiting, application = undefined})};
attempt(done, State) ->
    tell({running, length(maps:get(start, State#state.plan))}, State),
    enit_progress:close(State#state.progress),
    enit_notify:send(State#state.notify, ["READY=1", "STATUS="]),
    ?LOG_NOTICE("release ~tw ~ts runs", [release(State), maps:get(vsn, State#state.plan)]),
    {noreply, State#state{phase = running, failed = undefined, progress = none, starter = undefined}};
attempt({failed, App, Reason}, State) ->
    Text = enit_reason:of_start(Reason),
    ?LOG_ERROR("application ~tw of release ~tw did not start: ~ts", [App, release(State), Text]),
    failed(App, Text, State#state{failed = {App, Text}, starter = undefined}).

failed(App, Text, #state{plan = #{start_retries := Retries, start_delay := Delay}, attempt = Attempt} = State) ->
    %% A number is less than any atom.
    case Attempt =< Retries of
        true ->
            Timer = erlang:send_after(Delay * 1000, self(), next_attempt),
            tell({failed, App, Text, Delay * 1000}, State),
            say_status("~tw did not start: ~ts; attempt ~w follows in ~w s", [App, Text, Attempt + 1, Delay], State),
            {noreply, State#state{timer = Timer}};
        false ->
            tell({failed, App, Text, never}, State),
            give_up(io_lib:format("application ~tw did not start: ~ts", [App, Text]), State)
    end.

watch(App, State) ->
    case application_controller:get_master(App) of
        undefined -> watch_nobody(App, State);
        Master -> State#state{masters = (State#state.masters)#{monitor(process, Master) => App}}
    end.

%% A library has no processes; anything else has ended as soon as it was started.
watch_nobody(App, State) ->
    case application:get_key(App, mod) of
        {ok, {_, _}} ->
            Monitor = make_ref(),
            self() ! {'DOWN', Monitor, process, undefined, noproc},
            State#state{masters = (State#state.masters)#{Monitor => App}};
        _ ->
            State
    end.

%% -------------------------------------------------------------------------------------------------- stopping

%% Another process stopped it, which is allowed.
ended(_App, normal, State) ->
    {noreply, State};
ended(App, Reason, State) ->
    case init:get_status() of
        {stopping, _} ->
            {noreply, stopping(State)};
        _ ->
            Text = io_lib:format("application ~tw has ended: ~ts", [App, enit_reason:of_end(Reason)]),
            give_up(Text, State)
    end.

%% Ends the node with an error. If it hangs in its stop it is ended nevertheless: what starts nodes again waits for that.
give_up(Why, State) ->
    ?LOG_ERROR("release ~tw: ~ts; the node stops", [release(State), Why]),
    enit_run:failing(),
    tell({stopping, unicode:characters_to_binary(Why)}, State),
    say_status("~ts", [Why], State),
    _ = erlang:send_after(maps:get(stop_timeout, State#state.plan), self(), halt),
    init:stop(1),
    {noreply, stopping(State)}.

stopping(#state{phase = stopping} = State) ->
    State;
stopping(State) ->
    end_start(State),
    enit_notify:send(State#state.notify, ["STOPPING=1"]),
    enit_progress:close(State#state.progress),
    State#state{phase = stopping, progress = none}.

%% An application that is just being started does not hear that it shall stop, and all others would wait for it.
end_start(#state{phase = starting, starter = Pid, application = App}) when is_pid(Pid), App =/= undefined ->
    case application_controller:get_master(App) of
        undefined -> ok;
        Master -> exit(Master, kill)
    end;
end_start(_State) ->
    ok.

%% --------------------------------------------------------------------------------------------------- telling

status(#state{plan = #{release := Release, vsn := Vsn}} = State) ->
    #{
        release => Release,
        vsn => Vsn,
        state => State#state.phase,
        waiting => State#state.waiting,
        attempt => State#state.attempt,
        failed => failed(State)
    }.

failed(#state{failed = undefined}) ->
    undefined;
failed(#state{failed = {App, Text}, timer = Timer}) ->
    #{application => App, reason => Text, retry_in => retry_in(Timer)}.

retry_in(undefined) ->
    never;
retry_in(Timer) ->
    case erlang:read_timer(Timer) of
        false -> 0;
        Left -> Left
    end.

release(#state{plan = #{release := Release}}) ->
    Release.

tell(What, State) ->
    enit_progress:tell(State#state.progress, What).

say_status(Format, Arguments, State) ->
    enit_notify:send(State#state.notify, [["STATUS=", io_lib:format(Format, Arguments)]]).
