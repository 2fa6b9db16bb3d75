%% Tells the process that waits for the start how far it is: terms in the external format, each behind its length in
%% four bytes, through an open file that the node was started with. The reader may go away; then {enit_progress, closed}
%% goes to the process that started this one.
-module(enit_progress).

-export([start_link/1, tell/2, close/1]).

%% An empty message shows in time that the reader has gone.
-define(TICK, 1000).

-spec start_link(none | non_neg_integer()) -> pid() | none.
start_link(none) ->
    none;
start_link(Number) ->
    Parent = self(),
    spawn_link(fun() -> open(Number, Parent) end).

-spec tell(pid() | none, term()) -> ok.
tell(none, _) ->
    ok;
tell(Pid, Term) ->
    Pid ! {tell, Term},
    ok.

%% Ends the reports; returns when everything has been said.
-spec close(pid() | none) -> ok.
close(none) ->
    ok;
close(Pid) ->
    Reference = monitor(process, Pid),
    Pid ! close,
    receive
        {'DOWN', Reference, process, Pid, _} -> ok
    end.

open(Number, Parent) ->
    case prim_file:file_desc_to_ref(Number, [write, binary]) of
        {ok, File} -> loop(File, Parent);
        {error, _} -> ok
    end.

loop(File, Parent) ->
    receive
        {tell, Term} ->
            write(File, Parent, term_to_binary(Term));
        close ->
            prim_file:close(File)
    after ?TICK -> write(File, Parent, <<>>)
    end.

write(File, Parent, Bytes) ->
    case prim_file:write(File, [<<(byte_size(Bytes)):32>>, Bytes]) of
        ok ->
            loop(File, Parent);
        {error, _} ->
            _ = prim_file:close(File),
            Parent ! {?MODULE, closed},
            ok
    end.
