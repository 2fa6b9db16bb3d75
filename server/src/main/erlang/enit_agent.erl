%% What enit asks inside a node. In a node that enit did not start, this module is loaded from outside and is all
%% that stays behind.
-module(enit_agent).

-export([version/0]).

%% The version of the requests and answers, one number.
-spec version() -> pos_integer().
version() -> 1.
