%% What the node shall run. enit hands it over in an open file without a name, so that it stands neither in an argument
%% nor in the environment nor on a disk; it is read once, and the file is gone then.
-module(enit_plan).

-export([read/0, take/0]).
-export_type([plan/0]).

-type plan() :: #{
    release := atom(),
    vsn := binary(),
    %% As listed, those of extensions behind those of the release.
    applications := [atom()],
    %% Everything that is loaded, what others need first.
    load := [atom()],
    %% Everything that is started, in this order.
    start := [atom()],
    config := [{atom(), [{atom(), term()}]}],
    node := [{atom(), term()}],
    start_retries := non_neg_integer() | unlimited,
    %% Seconds.
    start_delay := non_neg_integer(),
    %% Milliseconds.
    stop_timeout := non_neg_integer(),
    syslog := boolean(),
    %% The version of OTP that the node is started with, such as 25.2.3.
    otp := binary(),
    release_dir := binary(),
    config_dir := binary(),
    %% The open file with the record of the run.
    run := none | non_neg_integer(),
    %% The open file that the process which waits for the start reads.
    progress := none | non_neg_integer()
}.

%% Sets the cookie, and keeps the rest for take/0. Does nothing where there is no plan, and after the first time: the
%% number of the file is another file's then.
-spec read() -> ok.
read() ->
    case {persistent_term:get(?MODULE, unread), init:get_argument(enit_plan)} of
        {unread, {ok, [[Number]]}} -> read(list_to_integer(Number));
        _ -> ok
    end.

read(Number) ->
    {ok, File} = prim_file:file_desc_to_ref(Number, [read, binary]),
    Bytes = read_all(File, []),
    ok = prim_file:close(File),
    {Cookie, Plan} = maps:take(cookie, binary_to_term(Bytes)),
    true = erlang:set_cookie(Cookie),
    persistent_term:put(?MODULE, Plan).

read_all(File, Parts) ->
    case prim_file:read(File, 65536) of
        {ok, Part} -> read_all(File, [Part | Parts]);
        eof -> iolist_to_binary(lists:reverse(Parts))
    end.

%% The plan, for the one who asks first; `none' in a node that enit did not start.
-spec take() -> plan() | none.
take() ->
    case persistent_term:get(?MODULE, taken) of
        taken ->
            none;
        Plan ->
            persistent_term:put(?MODULE, taken),
            Plan
    end.
