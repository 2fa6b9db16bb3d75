package dev.enit.cli.list;

import dev.enit.core.node.NodeLook;
import dev.enit.core.release.Release;
import dev.enit.core.report.Obstacle;

/** A release in the list. */
sealed interface ListedRelease {
  String name();

  /** One that can be read. */
  record Intact(Release release, NodeLook look) implements ListedRelease {
    @Override
    public String name() {
      return release.name();
    }
  }

  /**
   * One of which nothing certain can be said.
   *
   * @param at the place of the obstacle, for a person
   */
  record Broken(String name, Obstacle obstacle, String at) implements ListedRelease {}
}
