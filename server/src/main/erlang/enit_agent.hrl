%% The version of the requests and answers of the agent, as in Agent.java. Raise it with every change of either: a node
%% that was started by an older enit then gets the newer modules. Each module has it compiled in.
-define(AGENT_VERSION, 4).
