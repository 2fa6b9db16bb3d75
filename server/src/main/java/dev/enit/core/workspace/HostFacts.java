package dev.enit.core.workspace;

import dev.enit.core.host.Accounts;

/** What checks ask of the host; a test has its own. */
public record HostFacts(String shortName, Accounts accounts) {}
