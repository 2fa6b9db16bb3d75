package dev.enit.core.settings;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.HostName;

/** What checks ask of the host; a test has its own. */
public record HostFacts(String shortName, Accounts accounts) {
  /** Those of this computer. */
  public static HostFacts ofThisHost() {
    return new HostFacts(HostName.shortName(), Accounts.ofThisHost());
  }
}
