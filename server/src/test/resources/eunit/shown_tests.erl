%% Tests that pass and fail in every way that EUnit has, to see that each is told.
-module(shown_tests).

-include_lib("eunit/include/eunit.hrl").

passes_test() ->
    ok.

fails_test() ->
    ?debugMsg("said before"),
    io:format("written ~ts", [[8364]]),
    ?assertEqual([246, 8364], lists:reverse([1])).

crashes_test() ->
    exit({gone, self()}).

named_test_() ->
    [{"a name", fun() -> ok end}, {"in\ntwo lines", fun() -> error(bad) end}].

setup_fails_test_() ->
    {setup, fun() -> error(no_setup) end, fun(_) -> ok end, [fun() -> ok end]}.

cleanup_fails_test_() ->
    {setup, fun() -> ok end, fun(_) -> error(no_cleanup) end, [fun() -> ok end]}.

too_slow_test_() ->
    {timeout, 0.01, fun() -> receive never -> ok end end}.

never_run_test() ->
    ok.
