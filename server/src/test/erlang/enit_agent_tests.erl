-module(enit_agent_tests).

-include_lib("eunit/include/eunit.hrl").

%% Tests the output of `enit call` for a term.
shown_test_() ->
    [
        {Text, ?_assertEqual(unicode:characters_to_binary(Text), enit_agent:shown("~tp", Term, []))}
     || {Text, Term} <- [
            {"[80,81]", [80, 81]},
            {"\"PQR\"", "PQR"},
            {"[5672]", [5672]},
            {"[8080,8081,8082]", [8080, 8081, 8082]},
            {"[200,201,202]", [200, 201, 202]},
            {"[10,10,10]", [10, 10, 10]},
            {"\"a line\\n\"", "a line\n"},
            {"[]", []},
            {"{ports,[80,81],\"text\"}", {ports, [80, 81], "text"}},
            {"[[80,81],\"text\",[81]]", [[80, 81], "text", [81]]},
            {"[[80,81]|{[80,81]}]", [[80, 81] | {[80, 81]}]},
            {"[80,81|end_of_list]", [80, 81 | end_of_list]},
            {"#{[80,81] => [82,83]}", #{[80, 81] => [82, 83]}},
            {"<<\"PQ\">>", <<"PQ">>}
        ]
    ].

%% Where a long list is broken, no part of the mark is left.
over_several_lines_test() ->
    Text = enit_agent:shown("~tp", lists:duplicate(8, lists:duplicate(12, 200)), []),
    ?assertMatch({match, _}, re:run(Text, "\n")),
    ?assertEqual(nomatch, re:run(Text, "enit_list")),
    {ok, Tokens, _} = erl_scan:string(binary_to_list(Text) ++ "."),
    ?assertEqual({ok, lists:duplicate(8, lists:duplicate(12, 200))}, erl_parse:parse_term(Tokens)).

cut_test() ->
    [
        ?assertEqual(nomatch, re:run(enit_agent:shown("~0tp", Term, [{chars_limit, Limit}]), "enit_list"))
     || Term <- [lists:seq(200, 300), [[200, 201] || _ <- lists:seq(1, 50)], [200, 201 | x]], Limit <- lists:seq(1, 200)
    ].
