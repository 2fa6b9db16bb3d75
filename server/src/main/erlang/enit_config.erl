%% Reads a release and merges its configuration, as enit's command line does: the two agree on every value and on every
%% file that they refuse. Nothing here has state or talks to another node.
-module(enit_config).

-export([read/3, find/3, directories/0]).
-export_type([release/0, config/0, env/0, reason/0, name/0, directory/0]).

-type name() :: atom() | string() | binary().
-type directory() :: file:name_all().
-type env() :: [{Key :: atom(), Value :: term()}].
%% Sections by name, keys by name, each once; a section without a key is none.
-type config() :: [{Application :: atom(), env()}].

-type release() :: #{
    name := string(),
    %% Empty where the specification has none.
    vsn := string(),
    %% Of the release, then of its extensions, each once, in start order.
    applications := [atom()],
    %% The names of the extensions in the order of the layers, each once.
    extensions := [term()],
    node := node(),
    cookie := atom(),
    %% Every section that some layer has a key of, `node' among them.
    config := config()
}.

-type reason() ::
    %% The specification, or one of the two directories, cannot be read; `enoent' where there is no such release.
    {faccess, file:name_all(), file:posix() | badarg | system_limit | terminated}
    %% The specification is not the term that it should be.
    | {badrel, file:name_all()}
    %% A configuration file cannot be read or parsed: what `file:consult/1' says of it, for `file:format_error/1'.
    | {consult_config, file:name_all(), file:posix() | badarg | terminated | system_limit | {integer(), module(), term()}}
    %% No layer sets the cookie.
    | {config_nocookie, Name :: string(), Vsn :: string()}
    %% A node name or a cookie is longer than an atom can be.
    | {system_limit, Name :: string(), nodename | cookie}.

-define(SPECIFICATION, "release.enit").

%% The directories of releases and of the host's configuration: the environment of the application `enit', or what
%% enit's command line takes as well. Of a copy of a host's tree, `P/var/lib/enit', the other one is `P/etc/enit'.
-spec directories() -> {Releases :: directory(), Configs :: directory()}.
directories() ->
    %% What `erl -enit ...' and a configuration file say comes into force with the load; what is set already stays.
    _ = application:load(enit),
    Releases = application:get_env(enit, release_dir, "/var/lib/enit"),
    case application:get_env(enit, config_dir) of
        {ok, Configs} -> {Releases, Configs};
        undefined -> {Releases, implied(Releases)}
    end.

implied(Releases) ->
    case lists:reverse(filename:split(Releases)) of
        [Enit, Lib, Var | Prefix] when Prefix =/= [] ->
            case [text(Part) || Part <- [Var, Lib, Enit]] of
                ["var", "lib", "enit"] -> filename:join(lists:reverse(Prefix) ++ ["etc", "enit"]);
                _ -> "/etc/enit"
            end;
        _ ->
            "/etc/enit"
    end.

%% The release with a name; where there is none, the first by name that contains it, if `Match' says so.
-spec find(name(), Match :: boolean(), directory()) -> string().
find(Name, Match, Releases) ->
    Text = text(Name),
    case Match andalso not is_release(Releases, Text) of
        true -> hd([Other || Other <- releases(Releases), string:find(Other, Text) =/= nomatch] ++ [Text]);
        false -> Text
    end.

releases(Releases) ->
    case file:list_dir(Releases) of
        {ok, Names} -> [Name || Name <- lists:sort(Names), is_release(Releases, Name)];
        {error, _} -> []
    end.

is_release(Releases, Name) ->
    case file:read_file_info(filename:join([Releases, Name, ?SPECIFICATION])) of
        {ok, Info} -> element(3, Info) =/= directory;
        {error, Reason} -> Reason =/= enoent andalso Reason =/= enotdir
    end.

%% Reads a release whole, or says what is in the way. A directory or a file that is missing is an empty layer.
-spec read(name(), Releases :: directory(), Configs :: directory()) -> {ok, release()} | {error, reason()}.
read(Name, Releases, Configs) ->
    Text = text(Name),
    try
        Specification = specification(filename:join([Releases, Text, ?SPECIFICATION])),
        Layers = layers(filename:join(Releases, Text)) ++ layers(filename:join(Configs, Text)),
        {ok, release(Text, Specification, Layers)}
    catch
        throw:{?MODULE, Reason} -> {error, Reason}
    end.

-spec refuse(reason()) -> no_return().
refuse(Reason) ->
    throw({?MODULE, Reason}).

%% The properties of the first term that is a release.
specification(File) ->
    case consult(File) of
        {ok, Terms} ->
            case [Term || Term <- Terms, is_tuple(Term), Term =/= {}, element(1, Term) =:= release] of
                [{release, _Name, Properties} | _] -> elements(Properties);
                _ -> refuse({badrel, text(File)})
            end;
        {error, Posix} when is_atom(Posix) ->
            refuse({faccess, text(File), Posix});
        {error, _Mistake} ->
            refuse({badrel, text(File)})
    end.

%% The terms of each configuration file of a directory, the weakest layer first.
layers(Directory) ->
    case file:list_dir_all(Directory) of
        {ok, Names} ->
            Files = lists:sort([{text(Name), Name} || Name <- Names, is_layer(text(Name))]),
            lists:flatmap(fun({_, Name}) -> layer(filename:join(Directory, Name)) end, Files);
        {error, Missing} when Missing =:= enoent; Missing =:= enotdir ->
            [];
        {error, Posix} ->
            refuse({faccess, text(Directory), Posix})
    end.

%% A leading dot is an editor's lock or backup; enit.config holds settings of enit itself.
is_layer(Name) ->
    lists:suffix(".config", Name) andalso hd(Name) =/= $. andalso Name =/= "enit.config".

layer(File) ->
    case consult(File) of
        {ok, Terms} -> [Terms];
        %% A link to nothing, or a file that has just gone.
        {error, enoent} -> [];
        {error, eisdir} -> [];
        {error, Mistake} -> refuse({consult_config, text(File), Mistake})
    end.

%% With some bytes that are no UTF-8, file:consult/1 crashes (OTP 25) or answers with an error without a form (27).
consult(File) ->
    try file:consult(File) of
        {error, tokens} -> not_utf8(File);
        Result -> Result
    catch
        error:_ -> not_utf8(File)
    end.

%% The error that it has for other such bytes.
not_utf8(File) ->
    {error, {bad_line(file:read_file(File)), file_io_server, invalid_unicode}}.

bad_line({ok, Bytes}) ->
    case unicode:characters_to_binary(Bytes) of
        {_, Good, _} -> 1 + length(binary:matches(Good, <<"\n">>));
        _ -> 1
    end;
bad_line({error, _}) ->
    1.

release(Name, Properties, Layers) ->
    Sections = lists:foldl(fun merge/2, #{}, lists:append(Layers)),
    Node = maps:get(node, Sections, #{}),
    Vsn = vsn(property(vsn, Properties)),
    Extensions = [{Extension, elements(Values)} || {extension, Extension, Values} <- lists:append(Layers)],
    Applications =
        atoms(property(applications, Properties)) ++
            lists:flatmap(fun({_, Values}) -> atoms(last_property(applications, Values)) end, Extensions),
    #{
        name => Name,
        vsn => Vsn,
        applications => once(Applications),
        extensions => once([Extension || {Extension, _} <- Extensions]),
        node => nodename(Name, maps:find(nodename, Node)),
        cookie => cookie(Name, Vsn, maps:find(cookie, Node)),
        config => [{Application, sorted(Env)} || {Application, Env} <- sorted(Sections), Env =/= #{}]
    }.

%% A later value of a key wins, in the same section or in another. What is no section and no setting is left out, and so
%% is the section of the application enit, which sets its environment itself.
merge({enit, _}, Sections) ->
    Sections;
merge({Application, Settings}, Sections) when is_atom(Application), is_list(Settings) ->
    Env = maps:get(Application, Sections, #{}),
    Sections#{Application => lists:foldl(fun set/2, Env, elements(Settings))};
merge(_Other, Sections) ->
    Sections.

set({Key, Value}, Env) when is_atom(Key) -> Env#{Key => Value};
set(_Stray, Env) -> Env.

sorted(Map) ->
    lists:sort(maps:to_list(Map)).

%% The value of the first tuple with a key, where it is a pair.
property(Key, Properties) ->
    case [Tuple || Tuple <- Properties, is_tuple(Tuple), Tuple =/= {}, element(1, Tuple) =:= Key] of
        [{_, Value} | _] -> Value;
        _ -> []
    end.

last_property(Key, Properties) ->
    case [Value || {Name, Value} <- Properties, Name =:= Key] of
        [] -> [];
        Values -> lists:last(Values)
    end.

vsn(Vsn) ->
    case is_string(Vsn) of
        true -> Vsn;
        false -> ""
    end.

is_string([Char | Rest]) when is_integer(Char) ->
    (Char >= 0 andalso Char < 16#d800 orelse Char > 16#dfff andalso Char =< 16#10ffff) andalso is_string(Rest);
is_string(End) ->
    End =:= [].

atoms(Terms) ->
    [Atom || Atom <- elements(Terms), is_atom(Atom)].

%% The elements of a list; of an improper one those before the tail, of anything else none.
elements([Element | Rest]) -> [Element | elements(Rest)];
elements(_) -> [].

%% Each element once, where it stands first.
once(Elements) ->
    {Once, _} =
        lists:foldl(
            fun(Element, {Seen, Known}) ->
                case is_map_key(Element, Known) of
                    true -> {Seen, Known};
                    false -> {[Element | Seen], Known#{Element => true}}
                end
            end,
            {[], #{}},
            Elements
        ),
    lists:reverse(Once).

nodename(Name, Setting) ->
    Nodename =
        case setting(Setting) of
            none -> Name;
            "" -> Name;
            Text -> Text
        end,
    case lists:member($@, Nodename) of
        true -> atom(Nodename, Name, nodename);
        false -> atom(Nodename ++ "@" ++ short_host(), Name, nodename)
    end.

cookie(Name, Vsn, Setting) ->
    case setting(Setting) of
        none -> refuse({config_nocookie, Name, Vsn});
        Text -> atom(Text, Name, cookie)
    end.

%% A string, a binary or an atom as text.
setting({ok, Atom}) when is_atom(Atom) ->
    atom_to_list(Atom);
setting({ok, Binary}) when is_binary(Binary) ->
    case unicode:characters_to_list(Binary) of
        Text when is_list(Text) -> Text;
        _ -> none
    end;
setting({ok, List}) when is_list(List) ->
    case is_string(List) of
        true -> List;
        false -> none
    end;
setting(_) ->
    none.

atom(Text, _Name, _What) when length(Text) =< 255 ->
    list_to_atom(Text);
atom(_Text, Name, What) ->
    refuse({system_limit, Name, What}).

short_host() ->
    {ok, Host} = inet:gethostname(),
    hd(string:split(Host, ".")).

%% File names that are no Unicode stay what they are: bytes.
text(Name) when is_atom(Name) ->
    atom_to_list(Name);
text(Name) ->
    case unicode:characters_to_list(Name) of
        Text when is_list(Text) -> Text;
        _ -> binary_to_list(Name)
    end.
