%% Tests the application as it is installed.
-module(enit_application_tests).

-include_lib("eunit/include/eunit.hrl").

every_module_is_listed_and_loads_test() ->
    ok = load(),
    {ok, Listed} = application:get_key(enit, modules),
    Ebin = filename:dirname(code:where_is_file("enit.app")),
    Compiled = [list_to_atom(filename:basename(File, ".beam")) || File <- filelib:wildcard("*.beam", Ebin)],
    ?assertEqual(lists:sort(Compiled), lists:sort(Listed)),
    [?assertEqual({module, Module}, code:ensure_loaded(Module)) || Module <- Listed].

%% A node that has nothing but the modules of kernel and stdlib can run it.
it_needs_kernel_and_stdlib_only_test() ->
    ok = load(),
    ?assertEqual({ok, [kernel, stdlib]}, application:get_key(enit, applications)).

load() ->
    case application:load(enit) of
        {error, {already_loaded, enit}} -> ok;
        Loaded -> Loaded
    end.
