-module(enit_config_tests).

-include_lib("eunit/include/eunit.hrl").

a_later_layer_overrides_key_by_key_test() ->
    Release = [{"defaults.config", "{a, [{x, 1}, {y, 1}]}. {b, [{z, 1}]}."}, {"Z.config", "{a, [{x, 0}, {w, 0}]}."}],
    Host = [{"user.config", "{a, [{x, 2}]}. {a, [{x, 3}, {x, 4}]}."}],
    ?assertEqual(
        [{a, [{w, 0}, {x, 4}, {y, 1}]}, {b, [{z, 1}]}, {node, [{cookie, "monster"}]}],
        maps:get(config, read(release_tree:config(Release, Host)))
    ).

extensions_bring_their_applications_behind_the_release_test() ->
    Host = [
        {"b.config", "{extension, two, [{applications, [runtime_tools, sasl]}]}."},
        {"a.config", "{extension, one, [{applications, [tools]}, {applications, [snmp, tools]}, other]}."},
        {"c.config", "{extension, one, [{applications, [last | tail]}]}. {extension, none, []}."}
    ],
    Release = read(release_tree:config([], Host)),
    ?assertEqual([sasl, relex, snmp, tools, runtime_tools, last], maps:get(applications, Release)),
    ?assertEqual([one, two, none], maps:get(extensions, Release)).

what_is_no_setting_is_left_out_test() ->
    Strays = "foo. {a}. {a, b}. {a, [x, {y}, {\"z\", 1}, {v, 1, 2}, {u, 1} | tail]}. [{c, [{d, 1}]}]. {\"e\", [{f, 1}]}. {g, \"\"}.",
    ?assertEqual(
        [{a, [{u, 1}]}, {node, [{cookie, "monster"}]}],
        maps:get(config, read(release_tree:config([{"a.config", Strays}], [])))
    ).

the_section_of_enit_itself_is_left_out_test() ->
    Release = read(release_tree:config([{"a.config", "{enit, [{release_dir, \"/\"}]}. {a, [{x, 1}]}."}], [])),
    ?assertEqual([{a, [{x, 1}]}, {node, [{cookie, "monster"}]}], maps:get(config, Release)).

only_configuration_files_are_layers_test() ->
    Files = [
        {"a.config", "{a, [{x, 1}]}."},
        {".hidden.config", "{a, [{x, 2}]}."},
        {"z.conf", "{a, [{x, 3}]}."},
        {"enit.config", "{release_dir, \"/\"}."},
        {"directory.config", {directory, 8#755}},
        {"gone.config", {link, "nowhere"}},
        {"linked.config", {link, "a.config"}}
    ],
    ?assertMatch(#{config := [{a, [{x, 1}]}, {node, _}]}, read(release_tree:config(Files, []))).

missing_directories_are_empty_layers_test() ->
    Files = [{"var/lib/enit/relex/release.enit", "{release, relex, []}."}, {"var/lib/enit/relex/a.config", "{node, [{cookie, c}]}."}],
    {ok, Host} = inet:gethostname(),
    Node = list_to_atom("relex@" ++ hd(string:split(Host, "."))),
    ?assertMatch(#{name := "relex", vsn := "", applications := [], node := Node, cookie := c}, read(Files)).

the_node_section_says_name_and_cookie_test_() ->
    [
        {Text, ?_assertMatch(#{node := Node, cookie := Cookie}, read(release_tree:config([], [{"u.config", Text}])))}
     || {Text, Node, Cookie} <- [
            {"{node, [{nodename, \"other@host\"}, {cookie, <<\"x\">>}]}.", other@host, x},
            {"{node, [{nodename, 'other@host'}, {cookie, x}]}.", other@host, x},
            {"{node, [{nodename, <<\"other@host\">>}, {cookie, [$x, 121]}]}.", other@host, xy},
            {"%% coding: latin-1\n{node, [{nodename, other@host}, {cookie, \"\\x{e5}\"}]}.", other@host, 'å'}
        ]
    ].

errors_name_the_file_test_() ->
    Specification = "var/lib/enit/relex/release.enit",
    User = "etc/enit/relex/user.config",
    Good = release_tree:config([], []),
    [
        refused(Specification, {faccess, enoent}, lists:keydelete(Specification, 1, Good)),
        refused(Specification, badrel, replace(Specification, "{release, relex}.", Good)),
        refused(Specification, badrel, replace(Specification, "{releases, relex, []}.", Good)),
        refused(Specification, badrel, replace(Specification, "{release, relex, [}.", Good)),
        refused(Specification, badrel, replace(Specification, "", Good)),
        refused(User, {consult_config, {1, erl_parse, ["syntax error before: ", "'}'"]}}, [{User, "{a, [}."} | Good]),
        refused(User, {consult_config, {2, erl_parse, "bad term"}}, [{User, "\n{a, [X]}."} | Good]),
        refused(User, {consult_config, {2, file_io_server, invalid_unicode}}, [{User, {bytes, <<"a.\n", 16#e5, "\"a\" c">>}} | Good]),
        refused(User, {consult_config, eloop}, [{User, {link, "user.config"}} | Good])
    ].

refused(File, Expected, Files) ->
    {File,
        ?_test(
            release_tree:with(Files, fun(Releases, Configs) ->
                Path = filename:join(filename:dirname(filename:dirname(filename:dirname(Releases))), File),
                Error =
                    case Expected of
                        {Kind, Reason} -> {Kind, Path, Reason};
                        Kind -> {Kind, Path}
                    end,
                ?assertEqual({error, Error}, enit_config:read(relex, Releases, Configs))
            end)
        )}.

replace(Name, Text, Files) ->
    lists:keystore(Name, 1, Files, {Name, Text}).

no_cookie_is_an_error_test() ->
    Files = lists:keydelete("etc/enit/relex/0.config", 1, release_tree:config([], [])),
    Unusable = [{"etc/enit/relex/0.config", "{node, [{cookie, 42}]}."} | Files],
    Expected = {error, {config_nocookie, "relex", "1.0"}},
    [
        release_tree:with(Tree, fun(R, C) -> ?assertEqual(Expected, enit_config:read("relex", R, C)) end)
     || Tree <- [Files, Unusable]
    ].

what_is_longer_than_an_atom_is_an_error_test_() ->
    [
        ?_test(
            release_tree:with(release_tree:config([], [{"u.config", io_lib:format("{node, [{~s, ~p}]}.", [Key, Long])}]), fun(R, C) ->
                ?assertEqual({error, {system_limit, "relex", Key}}, enit_config:read(relex, R, C))
            end)
        )
     || Key <- [nodename, cookie], Long <- [lists:duplicate(256, $x)]
    ].

names_are_matched_in_their_order_test() ->
    Names = ["zebra/release.enit", "shop-b/release.enit", "shop-a/other", "shop-c/release.enit", "shop/release.enit/"],
    Files = [{"var/lib/enit/" ++ Name, "{release, x, []}."} || Name <- lists:droplast(Names)],
    release_tree:with(Files, fun(Releases, _) ->
        ?assertEqual("shop-b", enit_config:find(shop, true, Releases)),
        ?assertEqual("shop-c", enit_config:find(<<"op-c">>, true, Releases)),
        ?assertEqual("shop", enit_config:find("shop", false, Releases)),
        ?assertEqual("shop-c", enit_config:find("shop-c", true, Releases)),
        ?assertEqual("other", enit_config:find("other", true, Releases))
    end).

directories_are_those_of_the_command_line_test_() ->
    [
        {Releases, fun() ->
            application:set_env(enit, release_dir, Releases),
            try
                ?assertEqual({Releases, Configs}, enit_config:directories())
            after
                application:unset_env(enit, release_dir)
            end
        end}
     || {Releases, Configs} <- [
            {"/var/lib/enit", "/etc/enit"},
            {"/copies/one/var/lib/enit", "/copies/one/etc/enit"},
            {<<"/copies/one/var/lib/enit">>, <<"/copies/one/etc/enit">>},
            {"/srv/releases", "/etc/enit"}
        ]
    ].

%% As `erl -enit release_dir ...' has it, which an application that is not loaded does not show.
directories_of_the_command_line_are_seen_without_a_load_test() ->
    _ = application:unload(enit),
    ok = application:set_env([{enit, [{config_dir, "/set"}]}]),
    ok = application:set_env([{enit, [{release_dir, "/persistent"}]}], [{persistent, true}]),
    ok = application:unset_env(enit, release_dir),
    try
        ?assertEqual({"/persistent", "/set"}, enit_config:directories())
    after
        application:unset_env(enit, config_dir),
        application:unset_env(enit, release_dir, [{persistent, true}])
    end.

file_names_that_are_no_unicode_are_read_test() ->
    Raw = <<"var/lib/enit/relex/", 16#e5, ".config">>,
    release_tree:with([{Raw, "{a, [{x, 1}]}."} | release_tree:config([{"z.config", "{a, [{x, 0}]}."}], [])], fun(R, C) ->
        {ok, Release} = enit_config:read(relex, R, C),
        ?assertMatch([{a, [{x, 1}]} | _], maps:get(config, Release))
    end).

read(Files) ->
    release_tree:with(Files, fun(Releases, Configs) ->
        {ok, Release} = enit_config:read(relex, Releases, Configs),
        Release
    end).
