package dev.enit.core.check.node;

import dev.enit.core.release.Release;

/**
 * The distinction between releases of the deployed tree of this host and those of host trees in a
 * repository.
 */
public final class Deployed {
  private Deployed() {}

  /** Returns whether the facts of this host (its name, users, permissions) apply to the release. */
  public static boolean isDeployed(Release release) {
    // Without a configuration of a host this is a release in its repository.
    return release.key().roots().isDeployed() && release.key().configFolder().isPresent();
  }
}
