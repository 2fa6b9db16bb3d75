package dev.enit.cli.status;

import dev.enit.cli.command.NamedRelease.BrokenPart;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.release.Release;
import java.util.Optional;

/** A release in the list. */
sealed interface ListedRelease {
  String name();

  /** Returns the broken part of its files, or empty if all of them can be read. */
  Optional<BrokenPart> broken();

  /** A release whose node can be asked. */
  record Asked(Release release, NodeInspection look, Optional<BrokenPart> broken)
      implements ListedRelease {
    @Override
    public String name() {
      return release.name();
    }
  }

  /**
   * A release whose files do not say which node it has.
   *
   * @param part what is broken in its files
   */
  record Unknown(String name, BrokenPart part) implements ListedRelease {
    @Override
    public Optional<BrokenPart> broken() {
      return Optional.of(part);
    }
  }
}
