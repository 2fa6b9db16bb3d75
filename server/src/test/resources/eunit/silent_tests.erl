%% A module without tests.
-module(silent_tests).

-export([none/0]).

none() ->
    ok.
