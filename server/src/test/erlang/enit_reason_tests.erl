-module(enit_reason_tests).

-include_lib("eunit/include/eunit.hrl").

%% Each reason as OTP gives it, and its text for the user.
of_start_test_() ->
    [
        {Text, ?_assertEqual(unicode:characters_to_binary(Text), enit_reason:of_start(Reason))}
     || {Text, Reason} <- [
            {"foo.app is not on the code path", {"no such file or directory", "foo.app"}},
            {"it needs crypto, which does not run", {not_started, crypto}},
            {"foo:start/2: no_licence", {no_licence, {foo, start, [normal, []]}}},
            {"foo:start/2: worker: {no_such_table,users}",
                {{shutdown, {failed_to_start_child, worker, {no_such_table, users}}}, {foo, start, [normal, []]}}},
            {"foo:start/2: sup: worker: eaddrinuse",
                {
                    {shutdown,
                        {failed_to_start_child, sup,
                            {shutdown, {failed_to_start_child, worker, {'EXIT', eaddrinuse}}}}},
                    {foo, start, [normal, []]}
                }},
            {"foo:start/2 answered ok, which is neither {ok, Pid} nor {error, Reason}",
                {bad_return, {{foo, start, [normal, []]}, ok}}},
            {"foo:start(normal, …) crashed: badarith, in foo:start/2 (src/foo.erl:7)",
                {bad_return,
                    {{foo, start, [normal, []]},
                        {'EXIT', {badarith, [{foo, start, 2, [{file, "src/foo.erl"}, {line, 7}]}]}}}}},
            {"foo:start(normal, …) crashed: there is no function bar:baz/1",
                {bad_return,
                    {{foo, start, [normal, []]}, {'EXIT', {undef, [{bar, baz, [x], []}, {foo, start, 2, []}]}}}}},
            {"'anything else'", 'anything else'}
        ]
    ].

%% An atom with a blank is shown as Erlang writes it.
quoted_test() ->
    ?assertEqual(<<"it needs 'with blank', which does not run">>, enit_reason:of_start({not_started, 'with blank'})).

a_very_long_reason_is_cut_test() ->
    ?assert(byte_size(enit_reason:of_start({lists:seq(1, 100000), {foo, start, [normal, []]}})) < 2000).

of_end_test() ->
    ?assertEqual(<<"its top supervisor has given up">>, enit_reason:of_end(shutdown)),
    ?assertEqual(<<"its top process was killed">>, enit_reason:of_end(killed)),
    ?assertEqual(<<"{told,stop}">>, enit_reason:of_end({told, stop})).
