package dev.enit.core.settings;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.HostName;
import dev.enit.core.host.WriteAccess;

/**
 * What checks ask of the host; a test has its own.
 *
 * @param writeAccess tells the files that other users than root and the present one can change
 */
public record HostFacts(String shortName, Accounts accounts, WriteAccess writeAccess) {
  /** A host whose files are judged for the user of this process. */
  public HostFacts(String shortName, Accounts accounts) {
    this(shortName, accounts, SafeDirectories.ofThisProcess(System.getenv(), accounts));
  }

  /** Those of this computer. */
  public static HostFacts ofThisHost() {
    return new HostFacts(HostName.shortName(), Accounts.ofThisHost());
  }
}
