%% Signals of the operating system, beside what the kernel does with them: SIGTERM stops the node in good order, and is
%% told to enit_node first; SIGHUP, which would end the emulator, does nothing.
-module(enit_signal).

-behaviour(gen_event).

-include_lib("kernel/include/logger.hrl").

-export([install/0]).
-export([init/1, handle_event/2, handle_call/2, handle_info/2]).

-spec install() -> ok.
install() ->
    ok = os:set_signal(sighup, handle),
    case lists:member(?MODULE, gen_event:which_handlers(erl_signal_server)) of
        true -> ok;
        false -> gen_event:add_handler(erl_signal_server, ?MODULE, [])
    end.

init([]) ->
    {ok, none}.

handle_event(sigterm, State) ->
    enit_node:stopping(),
    {ok, State};
handle_event(sighup, State) ->
    ?LOG_NOTICE("SIGHUP does nothing here; `enit reconfigure' applies what has changed on the disk"),
    {ok, State};
handle_event(_Signal, State) ->
    {ok, State}.

handle_call(_Request, State) ->
    {ok, ok, State}.

handle_info(_Message, State) ->
    {ok, State}.
