package dev.enit.core.settings;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.HostName;
import dev.enit.core.host.WriteAccess;

/**
 * The facts about the host that checks use; a test supplies its own.
 *
 * @param writeAccess the rule that tells which files users other than root and the present one can
 *     change
 */
public record HostFacts(String shortName, Accounts accounts, WriteAccess writeAccess) {
  /** Creates the facts of a host whose files are judged for the user of this process. */
  public HostFacts(String shortName, Accounts accounts) {
    this(shortName, accounts, SafeDirectories.ofThisProcess(System.getenv(), accounts));
  }

  /** Returns the facts of this computer. */
  public static HostFacts ofThisHost() {
    return new HostFacts(HostName.shortName(), Accounts.ofThisHost());
  }
}
