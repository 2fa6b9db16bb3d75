%% A directory with release files for one test.
-module(release_tree).

-export([with/2, config/2]).

%% Writes files and calls a function with the directories of releases and of the host's configuration. Names are
%% relative to the directory of the tree, contents are text; `{directory, Mode}', `{file, Mode, Text}' and `{link, To}',
%% `{bytes, Binary}' make what they say.
with(Files, Test) ->
    Root = filename:join(os:getenv("HOME"), "tree-" ++ integer_to_list(erlang:unique_integer([positive]))),
    [write(filename:join(Root, Name), Content) || {Name, Content} <- Files],
    Releases = filename:join(Root, "var/lib/enit"),
    Configs = filename:join(Root, "etc/enit"),
    ok = application:set_env(enit, release_dir, Releases),
    ok = application:set_env(enit, config_dir, Configs),
    try
        Test(Releases, Configs)
    after
        application:unset_env(enit, release_dir),
        application:unset_env(enit, config_dir),
        file:del_dir_r(Root)
    end.

write(Name, {directory, Mode}) ->
    ok = filelib:ensure_dir(filename:join(Name, "any")),
    ok = file:change_mode(Name, Mode);
write(Name, {file, Mode, Text}) ->
    write(Name, Text),
    ok = file:change_mode(Name, Mode);
write(Name, {bytes, Bytes}) ->
    ok = filelib:ensure_dir(Name),
    ok = file:write_file(Name, Bytes);
write(Name, {link, To}) ->
    ok = filelib:ensure_dir(Name),
    ok = file:make_symlink(To, Name);
write(Name, Text) ->
    ok = filelib:ensure_dir(Name),
    ok = file:write_file(Name, unicode:characters_to_binary(Text)).

%% The files of a release called relex with a cookie: release.enit and the given configuration files of each side.
config(ReleaseSide, HostSide) ->
    [
        {"var/lib/enit/relex/release.enit", "{release, relex, [{vsn, \"1.0\"}, {applications, [sasl, relex]}]}."},
        {"etc/enit/relex/0.config", "{node, [{cookie, \"monster\"}]}."}
    ] ++
        [{"var/lib/enit/relex/" ++ Name, Text} || {Name, Text} <- ReleaseSide] ++
        [{"etc/enit/relex/" ++ Name, Text} || {Name, Text} <- HostSide].
