%% The code that this node runs: the versions of its applications, and the digests of their loaded modules with the
%% folders that they were loaded from. enit compares it with what a start of the node would load now.
-module(enit_code).

-include("enit_agent.hrl").

-export([protocol/0, running/0, stamp/1]).

-export_type([running/0]).

-type folder() :: binary().

-type running() :: #{
    otp := binary(),
    erts := binary(),
    %% The full version of OTP, such as 25.2.3, where enit started the node.
    otp_version := binary() | undefined,
    root := folder(),
    %% Identifies the file system that the node sees: the boot of the host, device and inode of the root directory.
    disk := {Boot :: binary(), Device :: integer(), Inode :: integer()} | undefined,
    path := [folder()],
    %% `Ebin': the folder of the application on the code path. The modules: those that are loaded, by the folder that
    %% they were loaded from; `other' for a module that was not loaded from a file.
    applications := [
        {App :: atom(), Version :: binary(), Ebin :: folder() | undefined, [
            {folder() | other, [{module(), Md5 :: binary()}]}
        ]}
    ]
}.

-spec protocol() -> pos_integer().
protocol() -> ?AGENT_VERSION.

%% Reads tables only: it waits for the application controller as little as for a disk.
-spec running() -> running().
running() ->
    Loaded = loaded(),
    #{
        otp => list_to_binary(erlang:system_info(otp_release)),
        erts => list_to_binary(erlang:system_info(version)),
        otp_version => otp_version(),
        root => text(code:root_dir()),
        disk => disk(),
        path => [text(Folder) || Folder <- code:get_path()],
        applications => [application(App, Version, Loaded) || {App, _, Version} <- application:loaded_applications()]
    }.

%% Another number for other code.
-spec stamp(running()) -> integer().
stamp(Running) -> erlang:phash2(Running, 1 bsl 32).

otp_version() ->
    case application:get_env(enit, applied) of
        {ok, #{otp := Version}} -> Version;
        _ -> undefined
    end.

disk() ->
    case {file:read_file("/proc/sys/kernel/random/boot_id"), file:read_file_info("/", [raw])} of
        {{ok, Boot}, {ok, Info}} ->
            %% #file_info.major_device and #file_info.inode
            {string:trim(Boot), element(10, Info), element(12, Info)};
        _ ->
            undefined
    end.

%% The loaded modules with their folders, and the folders with their modules. Preloaded modules are part of the emulator.
loaded() ->
    Modules = [{Module, folder(File)} || {Module, File} <- code:all_loaded(), File =/= preloaded],
    Folders = lists:foldl(
        fun({Module, Folder}, Map) -> maps:update_with(Folder, fun(Others) -> [Module | Others] end, [Module], Map) end,
        #{},
        Modules
    ),
    {maps:from_list(Modules), Folders}.

folder([_ | _] = File) ->
    case filename:pathtype(File) of
        absolute -> text(filename:dirname(File));
        _ -> other
    end;
folder(_) ->
    other.

application(App, Version, {Modules, Folders}) ->
    Ebin = ebin(App),
    Listed =
        case application:get_key(App, modules) of
            {ok, Keys} when is_list(Keys) -> Keys;
            _ -> []
        end,
    Own = lists:usort([Module || Module <- Listed, is_map_key(Module, Modules)] ++ maps:get(Ebin, Folders, [])),
    ByFolder = lists:foldr(
        fun(Module, Map) -> add(maps:get(Module, Modules), Module, Map) end,
        #{},
        Own
    ),
    {App, text(Version), Ebin, lists:sort(maps:to_list(ByFolder))}.

add(Folder, Module, Map) ->
    %% It may have been deleted since.
    try Module:module_info(md5) of
        Md5 when is_binary(Md5) -> maps:update_with(Folder, fun(Others) -> [{Module, Md5} | Others] end, [{Module, Md5}], Map);
        _ -> Map
    catch
        error:undef -> Map
    end.

ebin(App) ->
    case code:lib_dir(App) of
        {error, bad_name} -> undefined;
        Folder -> text(filename:join(Folder, "ebin"))
    end.

text(Text) ->
    try unicode:characters_to_binary(Text) of
        Binary when is_binary(Binary) -> Binary;
        _ -> printed(Text)
    catch
        error:badarg -> printed(Text)
    end.

printed(Term) -> unicode:characters_to_binary(io_lib:format("~tp", [Term])).
