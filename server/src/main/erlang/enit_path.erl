%% The files on the code path, as the code server would find them, by one look at each directory. OTP searches the whole
%% path again for every application and every module (before OTP 26 always, then unless a directory is cached), which
%% takes minutes where a release has thousands of applications.
-module(enit_path).

-export([new/0, load_application/2, load_modules/2]).
-export_type([files/0]).

%% Specifications of applications and object code: the first directory that has a name wins.
-opaque files() :: #{Name :: file:filename() => Directory :: file:filename()}.

-spec new() -> files().
new() ->
    lists:foldr(fun add/2, #{}, code:get_path()).

add(Directory, Files) ->
    case erl_prim_loader:list_dir(Directory) of
        {ok, Names} -> lists:foldl(fun(Name, Map) -> add(filename:extension(Name), Name, Directory, Map) end, Files, Names);
        error -> Files
    end.

add(Extension, Name, Directory, Files) when Extension =:= ".app"; Extension =:= ".beam" ->
    Files#{Name => Directory};
add(_Extension, _Name, _Directory, Files) ->
    Files.

%% As application:load/1, which is asked where the specification cannot be read from here: its errors are OTP's.
-spec load_application(atom(), files()) -> ok | {error, Reason :: term()}.
load_application(App, Files) ->
    case specification(App, Files) of
        {ok, Specification} ->
            case application:load(Specification) of
                {error, {already_loaded, _}} -> {error, {already_loaded, App}};
                Result -> Result
            end;
        error ->
            application:load(App)
    end.

specification(App, Files) ->
    case find(atom_to_list(App) ++ ".app", Files) of
        {ok, File} ->
            case file:consult(File) of
                {ok, [{application, App, Properties} = Specification]} when is_list(Properties) -> {ok, Specification};
                _ -> error
            end;
        error ->
            error
    end.

find(Name, Files) ->
    case Files of
        #{Name := Directory} -> {ok, filename:append(Directory, Name)};
        _ -> error
    end.

%% As code:ensure_modules_loaded/1: all at once. What is not loaded by that, such as modules that run code when they are
%% loaded, the code server loads one by one.
-spec load_modules([module()], files()) -> ok.
load_modules(Modules, Files) ->
    New = [Module || Module <- lists:usort(Modules), not erlang:module_loaded(Module)],
    load_at_once(lists:flatmap(fun(Module) -> object_code(Module, Files) end, New)),
    Left = [Module || Module <- New, not erlang:module_loaded(Module)],
    lists:foreach(fun(Module) -> load_alone(Module, Files) end, Left).

object_code(Module, Files) ->
    case find(atom_to_list(Module) ++ code:objfile_extension(), Files) of
        {ok, File} ->
            case erl_prim_loader:get_file(File) of
                {ok, Code, _} -> [{Module, File, Code}];
                error -> []
            end;
        error ->
            []
    end.

load_at_once([]) ->
    ok;
load_at_once(Objects) ->
    case code:prepare_loading(Objects) of
        {ok, Prepared} ->
            _ = code:finish_loading(Prepared),
            ok;
        {error, Errors} ->
            Refused = maps:from_list(Errors),
            load_at_once([Object || {Module, _, _} = Object <- Objects, not is_map_key(Module, Refused)])
    end.

load_alone(Module, Files) ->
    case find(atom_to_list(Module) ++ code:objfile_extension(), Files) of
        {ok, File} -> code:load_abs(filename:rootname(File));
        error -> error
    end.
