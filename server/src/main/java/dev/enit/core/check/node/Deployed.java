package dev.enit.core.check.node;

import dev.enit.core.release.Release;

/** Tells releases of this very host from trees of hosts that somebody keeps in a repository. */
public final class Deployed {
  private Deployed() {}

  /** Whether what this host has (its name, users, permissions) is what the release will meet. */
  public static boolean isDeployed(Release release) {
    // Without configuration of a host the release stands for itself, as in its own repository.
    return release.key().roots().isDeployed() && release.key().configFolder().isPresent();
  }
}
