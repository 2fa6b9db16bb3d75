-module(enit_tests).

-include_lib("eunit/include/eunit.hrl").

-define(FILES,
    release_tree:config([{"defaults.config", "{node, [{start_delay, 3}]}. {enit_tests_app, [{x, 1}, {y, [2]}]}."}], [
        {"user.config", "{enit_tests_app, [{x, 9}]}. {enit_tests_other, [{z, z}]}."}
    ])
).

get_config_gives_every_section_without_the_cookie_test() ->
    release_tree:with(?FILES, fun(_, _) ->
        Sections = [{enit_tests_app, [{x, 9}, {y, [2]}]}, {enit_tests_other, [{z, z}]}],
        ?assertEqual({ok, Sections ++ [{node, [{start_delay, 3}]}]}, enit:get_config(relex, [])),
        ?assertEqual(
            {ok, Sections ++ [{node, [{cookie, "monster"}, {start_delay, 3}]}]},
            enit:get_config("relex", [{show_secrets, true}])
        )
    end).

get_config_gives_one_section_test() ->
    release_tree:with(?FILES, fun(_, _) ->
        ?assertEqual({ok, [{z, z}]}, enit:get_config(<<"relex">>, enit_tests_other, [])),
        ?assertEqual({ok, []}, enit:get_config(relex, enit_tests_none, [])),
        ?assertEqual({ok, [{start_delay, 3}]}, enit:get_config(relex, node, [])),
        ?assertEqual({ok, [{cookie, "monster"}, {start_delay, 3}]}, enit:get_config(relex, node, [show_secrets]))
    end).

a_part_of_the_name_is_enough_with_match_test() ->
    release_tree:with(?FILES, fun(Releases, _) ->
        Missing = filename:join(Releases, "rele/release.enit"),
        ?assertEqual({error, {faccess, Missing, enoent}}, enit:get_config("rele", [])),
        ?assertEqual({error, {faccess, Missing, enoent}}, enit:get_config("rele", [{match, false}])),
        ?assertEqual({ok, [{z, z}]}, enit:get_config("rele", enit_tests_other, [{match, true}])),
        ?assertEqual({ok, [{z, z}]}, enit:get_config(lex, enit_tests_other, [match]))
    end).

apply_config_sets_the_environment_test_() ->
    [
        {atom_to_list(Function), fun() ->
            release_tree:with(?FILES, fun(_, _) ->
                ?assertEqual(ok, apply(enit, Function, [relex, enit_tests_app, []])),
                ?assertEqual([{x, 9}, {y, [2]}], lists:sort(application:get_all_env(enit_tests_app))),
                ?assertEqual([], application:get_all_env(enit_tests_other)),
                ?assertEqual(ok, apply(enit, Function, [rel, [{match, true}]])),
                ?assertEqual([{z, z}], application:get_all_env(enit_tests_other)),
                ?assertEqual(ok, apply(enit, Function, [relex, node, []])),
                ?assertEqual([], application:get_all_env(node)),
                forget([enit_tests_app, enit_tests_other])
            end)
        end}
     || Function <- [apply_config, configurate]
    ].

%% A plain application:set_env/3 before the load would be lost in it.
what_was_applied_outlives_a_load_test() ->
    release_tree:with(?FILES, fun(_, _) ->
        ok = enit:apply_config(relex, enit_tests_app, []),
        ok = application:load({application, enit_tests_app, [{vsn, "1"}, {modules, []}, {env, [{x, 0}, {w, 0}]}]}),
        ?assertEqual([{w, 0}, {x, 9}, {y, [2]}], lists:sort(application:get_all_env(enit_tests_app))),
        ok = application:unload(enit_tests_app),
        forget([enit_tests_app])
    end).

nothing_is_applied_from_a_broken_configuration_test() ->
    release_tree:with([{"etc/enit/relex/z.config", "{enit_tests_app, [{x, 10}}."} | ?FILES], fun(_, Configs) ->
        Broken = filename:join(Configs, "relex/z.config"),
        ?assertMatch({error, {consult_config, Broken, {1, erl_parse, _}}}, enit:apply_config(relex, [])),
        ?assertEqual([], application:get_all_env(enit_tests_app))
    end).

calls_need_a_name_test() ->
    release_tree:with(?FILES, fun(_, _) ->
        ?assertEqual({error, not_alive}, enit:call(relex, [], erlang, node, []))
    end).

errors_have_words_test_() ->
    [
        ?_assertEqual(Words, enit:format_error(Reason))
     || {Reason, Words} <- [
            {{faccess, "/a", eacces}, "/a: permission denied"},
            {{badrel, "/a"}, "/a: not one term {release, Name, [...]}"},
            {{consult_config, "/ö", {3, erl_parse, ["syntax error before: ", "'}'"]}}, "/ö: 3: syntax error before: '}'"},
            {{consult_config, "/a", eacces}, "/a: permission denied"},
            {{config_nocookie, "relex", "1.0"}, "relex: no configuration file sets the cookie of the node"},
            {{system_limit, "relex", cookie}, "relex: the cookie is longer than 255 characters"},
            {not_alive, "this node has no name: start it with -sname"},
            {{nodedown, relex@host}, "relex@host: does not run, or has another cookie"},
            {{erpc, timeout}, "the call was not answered: timeout"},
            {{exception, throw, no, []}, "exception throw: no"}
        ]
    ].

forget(Applications) ->
    [
        application:unset_env(Application, Key, [{persistent, true}])
     || Application <- Applications, {Key, _} <- application:get_all_env(Application)
    ].
