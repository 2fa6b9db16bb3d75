%% For programs in any node of the host: what is configured for a release, and calls into a running one.
%%
%% Needs neither the application `enit' to run nor a node that enit has started: the modules on the code path
%% (`erl -pa …') are enough. The directories are those of enit's command line, `/var/lib/enit' and `/etc/enit', or what
%% the environment of the application `enit' says under `release_dir' and `config_dir'.
%%
%% Options of all functions: `{match, true}' takes the first release by name whose name contains the given one, where
%% no release has that name.
-module(enit).

-export([get_config/2, get_config/3]).
-export([apply_config/2, apply_config/3]).
-export([configurate/2, configurate/3]).
-export([call/5]).
-export([format_error/1]).
-export_type([release/0, option/0, options/0, reason/0, call_reason/0]).

-include_lib("kernel/include/file.hrl").

%% Milliseconds, for a node to say where it is from.
-define(TO_SAY, 10000).

-type release() :: enit_config:name().
-type options() :: [option()].
-type option() ::
    match
    | {match, boolean()}
    %% For get_config: leave the cookie among the settings of `node'.
    | show_secrets
    | {show_secrets, boolean()}
    %% For call: how long to wait for the answer, in milliseconds.
    | {timeout, timeout()}.
-type reason() :: enit_config:reason().
-type call_reason() ::
    reason()
    %% This node has no name, so it cannot talk to another one.
    | not_alive
    %% The release's node cannot be reached: it does not run, or it has another cookie.
    | {nodedown, node()}
    %% The node has the name of the release's and runs a release of another directory.
    | {name_in_use, node(), Directory :: string()}
    %% The connection was lost, or the time is over.
    | {erpc, noconnection | timeout | term()}
    %% The function has failed.
    | {exception, error | exit | throw, term(), Stacktrace :: list()}.

%% The effective configuration of a release: every section, by name, with its keys, by name. The section `node' is among
%% them, without the cookie.
-spec get_config(release(), options()) -> {ok, enit_config:config()} | {error, reason()}.
get_config(Release, Options) ->
    with_release(Release, Options, fun(#{config := Config}) -> {ok, shown(Config, Options)} end).

%% The effective configuration of one application; empty where no layer has a section for it.
-spec get_config(release(), Application :: atom(), options()) -> {ok, enit_config:env()} | {error, reason()}.
get_config(Release, Application, Options) ->
    with_release(Release, Options, fun(#{config := Config}) -> {ok, env(Application, shown(Config, Options))} end).

shown(Config, Options) ->
    case proplists:get_bool(show_secrets, Options) of
        true -> Config;
        false -> [{Application, public(Application, Env)} || {Application, Env} <- Config]
    end.

public(node, Env) -> lists:keydelete(cookie, 1, Env);
public(_Application, Env) -> Env.

env(Application, Config) ->
    proplists:get_value(Application, Config, []).

%% Sets the environment of every application that the release configures, in this node. The section `node' is no
%% application and stays out of it. An application that is loaded later keeps what was set. No `config_change/3'
%% is called.
-spec apply_config(release(), options()) -> ok | {error, reason()}.
apply_config(Release, Options) ->
    with_release(Release, Options, fun(#{config := Config}) -> set(Config) end).

%% The same for one application.
-spec apply_config(release(), Application :: atom(), options()) -> ok | {error, reason()}.
apply_config(Release, Application, Options) ->
    with_release(Release, Options, fun(#{config := Config}) -> set([{Application, env(Application, Config)}]) end).

set(Config) ->
    application:set_env(lists:keydelete(node, 1, Config), [{persistent, true}]).

%% The older name of apply_config.
-spec configurate(release(), options()) -> ok | {error, reason()}.
configurate(Release, Options) ->
    apply_config(Release, Options).

-spec configurate(release(), Application :: atom(), options()) -> ok | {error, reason()}.
configurate(Release, Application, Options) ->
    apply_config(Release, Application, Options).

%% Calls a function in the node of a running release.
%%
%% The calling node's own distribution is used: it must be alive, with a short name. The cookie is the one of the
%% release's configuration, set for that node alone (`erlang:set_cookie/2'). The connection is hidden, so that the calling
%% node does not become a member of the release's cluster, and it stays open for the next call.
-spec call(release(), options(), module(), atom(), [term()]) -> {ok, term()} | {error, call_reason()}.
call(Release, Options, Module, Function, Arguments) ->
    with_release(Release, Options, fun(#{node := Node, cookie := Cookie} = Read) ->
        case connect(Node, Cookie, Read) of
            ok -> remote(Node, Module, Function, Arguments, proplists:get_value(timeout, Options, infinity));
            {error, _} = Error -> Error
        end
    end).

connect(Node, _Cookie, _Read) when Node =:= node() ->
    ok;
connect(Node, Cookie, #{directories := Directories}) ->
    case is_alive() of
        true ->
            erlang:set_cookie(Node, Cookie),
            Connected = lists:member(Node, nodes(connected)) orelse net_kernel:hidden_connect_node(Node),
            connected(Connected, Node, Directories);
        false ->
            {error, not_alive}
    end.

connected(true, Node, Directories) -> ours(Node, Directories);
connected(_, Node, _Directories) -> {error, {nodedown, Node}}.

%% A node of another tree may have the name, and the cookie. What enit did not start says nothing, and on another host
%% the directories have other places.
ours(Node, Directories) ->
    case host(Node) =:= host(node()) of
        true ->
            try
                lists:foreach(fun({Flag, Directory}) -> same_directory(Node, Flag, Directory) end, Directories)
            catch
                throw:{other, There} -> {error, {name_in_use, Node, There}};
                error:{erpc, Reason} -> {error, {erpc, Reason}}
            end;
        false ->
            ok
    end.

host(Node) ->
    lists:last(string:split(atom_to_list(Node), "@")).

same_directory(Node, Flag, Directory) ->
    case erpc:call(Node, init, get_argument, [Flag], ?TO_SAY) of
        {ok, [[There | _] = Places | _]} ->
            Here = filename:absname(Directory),
            Same = lists:member(Here, Places) orelse place(Here) =:= place(lists:last(Places)),
            Same orelse throw({other, There});
        _ ->
            true
    end.

%% By which a directory is known under all of its names.
place(Directory) ->
    case file:read_file_info(Directory, [raw]) of
        {ok, #file_info{major_device = Device, inode = Inode}} -> {Device, Inode};
        {error, _} -> Directory
    end.

remote(Node, Module, Function, Arguments, Timeout) ->
    try
        {ok, erpc:call(Node, Module, Function, Arguments, Timeout)}
    catch
        error:{erpc, Reason} -> {error, {erpc, Reason}};
        error:{exception, Reason, Stacktrace} -> {error, {exception, error, Reason, Stacktrace}};
        exit:{exception, Reason} -> {error, {exception, exit, Reason, []}};
        exit:{signal, Reason} -> {error, {exception, exit, Reason, []}};
        throw:Term -> {error, {exception, throw, Term, []}}
    end.

with_release(Release, Options, Use) ->
    {Releases, Configs} = enit_config:directories(),
    Name = enit_config:find(Release, proplists:get_bool(match, Options), Releases),
    case enit_config:read(Name, Releases, Configs) of
        {ok, Read} -> Use(Read#{directories => [{enit_release_dir, Releases}, {enit_config_dir, Configs}]});
        {error, _} = Error -> Error
    end.

%% An error in words, one line.
-spec format_error(call_reason()) -> string().
format_error(Reason) ->
    lists:flatten(words(Reason)).

words({faccess, File, Posix}) ->
    io_lib:format("~ts: ~ts", [File, file:format_error(Posix)]);
words({badrel, File}) ->
    io_lib:format("~ts: not one term {release, Name, [...]}", [File]);
words({consult_config, File, Mistake}) ->
    io_lib:format("~ts: ~ts", [File, file:format_error(Mistake)]);
words({config_nocookie, Name, _Vsn}) ->
    io_lib:format("~ts: no configuration file sets the cookie of the node", [Name]);
words({system_limit, Name, What}) ->
    io_lib:format("~ts: the ~s is longer than 255 characters", [Name, What]);
words(not_alive) ->
    "this node has no name: start it with -sname";
words({nodedown, Node}) ->
    io_lib:format("~ts: does not run, or has another cookie", [Node]);
words({name_in_use, Node, Directory}) ->
    io_lib:format("~ts: is a node of the directory ~ts", [Node, Directory]);
words({erpc, Reason}) ->
    io_lib:format("the call was not answered: ~0tp", [Reason]);
words({exception, Class, Reason, Stacktrace}) ->
    erl_error:format_exception(Class, Reason, Stacktrace).
