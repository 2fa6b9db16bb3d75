%% @private The worker: frozzles at every timeout and remembers what it was
%% told about its configuration. A restart of the worker forgets that.
-module(relex_frozzler).

-behaviour(gen_server).

-export([start_link/0, settings/0, frozzles/0, changes/0]).
-export([read_settings/0, config_change/2]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2]).

-export_type([settings/0]).

-type settings() :: #{
    %% milliseconds
    frozzle_timeout := pos_integer(),
    kabozzle_domain := string()
}.

-type read() :: {ok, settings()} | {error, {bad_value, Key :: atom(), term()}}.

-record(state, {
    settings :: settings(),
    timer :: reference(),
    frozzles = 0 :: non_neg_integer(),
    %% newest first
    changes = [] :: [relex_application:change()]
}).

start_link() ->
    gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

-spec settings() -> settings().
settings() ->
    gen_server:call(?MODULE, settings).

-spec frozzles() -> non_neg_integer().
frozzles() ->
    gen_server:call(?MODULE, frozzles).

-spec changes() -> [relex_application:change()].
changes() ->
    gen_server:call(?MODULE, changes).

%% Tells the worker without waiting for it.
-spec config_change(relex_application:change(), read()) -> ok.
config_change(Change, Read) ->
    gen_server:cast(?MODULE, {config_change, Change, Read}).

%% Reads the environment of the application and checks it, so that a mistake in
%% a file is named when it is made and not when the value is first used.
-spec read_settings() -> read().
read_settings() ->
    Timeout = application:get_env(relex_application, frozzle_timeout, undefined),
    Domain = application:get_env(relex_application, kabozzle_domain, undefined),
    case {is_integer(Timeout) andalso Timeout > 0, io_lib:char_list(Domain)} of
        {true, true} -> {ok, #{frozzle_timeout => Timeout, kabozzle_domain => Domain}};
        {false, _} -> {error, {bad_value, frozzle_timeout, Timeout}};
        {true, false} -> {error, {bad_value, kabozzle_domain, Domain}}
    end.

init([]) ->
    case read_settings() of
        {ok, Settings} -> {ok, #state{settings = Settings, timer = start_timer(Settings)}};
        {error, Reason} -> {stop, Reason}
    end.

handle_call(settings, _From, State) ->
    {reply, State#state.settings, State};
handle_call(frozzles, _From, State) ->
    {reply, State#state.frozzles, State};
handle_call(changes, _From, State) ->
    {reply, lists:reverse(State#state.changes), State}.

handle_cast({config_change, Change, Read}, State) ->
    {noreply, use(Read, State#state{changes = [Change | State#state.changes]})}.

handle_info({timeout, Timer, frozzle}, #state{timer = Timer} = State) ->
    {noreply, State#state{
        frozzles = State#state.frozzles + 1,
        timer = start_timer(State#state.settings)
    }};
handle_info(_TimeoutOfACancelledTimer, State) ->
    {noreply, State}.

use({ok, Settings}, State) ->
    _ = erlang:cancel_timer(State#state.timer),
    State#state{settings = Settings, timer = start_timer(Settings)};
use({error, _}, State) ->
    State.

start_timer(#{frozzle_timeout := Timeout}) ->
    erlang:start_timer(Timeout, self(), frozzle).
