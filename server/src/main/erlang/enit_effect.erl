%% Makes changed parameters of the kernel take effect, where setting them does nothing by itself.
-module(enit_effect).

-export([take/2]).

%% Makes the environment as it is now take effect, for those of the keys that need it.
%%
%% The tick time comes last, since it cannot be changed back for a minute.
-spec take([Key :: atom()], LoggerBefore :: term()) -> ok | {error, {Key :: atom(), Reason :: term()}}.
take(Keys, LoggerBefore) ->
    Effects = [
        {logger, fun() -> reconfigure_logger(LoggerBefore) end},
        {logger_level, fun() -> logger:set_primary_config(level, present(logger_level, notice)) end},
        {logger_metadata, fun() -> logger:set_primary_config(metadata, present(logger_metadata, #{})) end},
        {net_ticktime, fun() -> change_ticktime(present(net_ticktime, 60)) end}
    ],
    in_turn([Effect || {Key, _} = Effect <- Effects, lists:member(Key, Keys)]).

present(Key, Default) -> application:get_env(kernel, Key, Default).

in_turn([]) ->
    ok;
in_turn([{Key, Effect} | Effects]) ->
    try Effect() of
        ok -> in_turn(Effects);
        {error, Reason} -> {error, {Key, Reason}}
    catch
        _:Reason -> {error, {Key, Reason}}
    end.

change_ticktime(Seconds) ->
    case net_kernel:set_net_ticktime(Seconds) of
        {ongoing_change_to, Other} = Ongoing when Other =/= Seconds -> {error, Ongoing};
        _ -> ok
    end.

%% logger:reconfigure/0 makes all handlers, filters and levels of modules again from the environment of the kernel. Those
%% that others made while the node ran, an application or a user with a shell, are brought back.
reconfigure_logger(Before) ->
    Handlers = logger:get_handler_config(),
    #{filters := Filters} = logger:get_primary_config(),
    Levels = logger:get_module_level(),
    case logger:reconfigure() of
        ok ->
            Own = own(Before),
            Present = Own ++ [{handler, Id} || Id <- logger:get_handler_ids()],
            _ = [
                logger:add_handler(Id, Module, maps:without([id, module], Handler))
             || #{id := Id, module := Module} = Handler <- Handlers, not lists:member({handler, Id}, Present)
            ],
            _ = [logger:add_primary_filter(Id, Filter) || {Id, Filter} <- Filters, not lists:member({filter, Id}, Own)],
            Known = Own ++ [{level, Module} || {Module, _} <- logger:get_module_level()],
            _ = [logger:set_module_level(M, Level) || {M, Level} <- Levels, not lists:member({level, M}, Known)],
            ok;
        Error ->
            Error
    end.

%% What stands in the logger's environment, and what the kernel adds to it.
own(Environment) when is_list(Environment) ->
    [{handler, default}, {handler, simple} | lists:append([named(Element) || Element <- Environment])];
own(_) ->
    own([]).

named({handler, Id, _, _}) -> [{handler, Id}];
named({filters, _, Filters}) when is_list(Filters) -> [{filter, Id} || {Id, _} <- Filters];
named({module_level, _, Modules}) when is_list(Modules) -> [{level, Module} || Module <- Modules];
named(_) -> [].
