%% Tests what the node reports of its code.
-module(enit_code_tests).

-include_lib("eunit/include/eunit.hrl").

the_digest_is_that_of_the_file_test() ->
    {stdlib, Version, Ebin, Folders} = application(stdlib),
    {ok, Vsn} = application:get_key(stdlib, vsn),
    ?assertEqual(list_to_binary(Vsn), Version),
    {ok, {lists, Md5}} = beam_lib:md5(code:which(lists)),
    {Ebin, Modules} = lists:keyfind(Ebin, 1, Folders),
    ?assertEqual({lists, Md5}, lists:keyfind(lists, 1, Modules)).

modules_that_are_not_loaded_are_left_out_test() ->
    {stdlib, _, Ebin, Folders} = application(stdlib),
    {Ebin, Modules} = lists:keyfind(Ebin, 1, Folders),
    ?assertEqual([], [Module || {Module, _} <- Modules, not erlang:module_loaded(Module)]).

a_module_without_a_file_is_told_apart_test() ->
    App = {application, pond, [{vsn, "1"}, {modules, [pond]}]},
    ok = application:load(App),
    try
        {ok, pond, Beam} = compile:forms([{attribute, 1, module, pond}]),
        {module, pond} = code:load_binary(pond, "pond.beam", Beam),
        ?assertMatch({pond, <<"1">>, undefined, [{other, [{pond, _}]}]}, application(pond))
    after
        application:unload(pond),
        code:delete(pond),
        code:purge(pond)
    end.

the_stamp_changes_with_the_code_test() ->
    Running = enit_code:running(),
    ?assertEqual(enit_code:stamp(Running), enit_code:stamp(Running)),
    ?assertNotEqual(enit_code:stamp(Running), enit_code:stamp(Running#{applications := []})).

application(App) ->
    #{applications := Applications} = enit_code:running(),
    lists:keyfind(App, 1, Applications).
