package dev.enit.core.ide.hierarchy;

import java.nio.file.Path;

/**
 * A release, an extension or an application in a hierarchy; enough to be found again in a later
 * snapshot.
 *
 * @param name of an extension as it is printed
 * @param origin a file of the release that is looked at; of an extension the file it stands in
 */
public record DependencyNode(Kind kind, String name, Path origin) {

  /** What needs applications. */
  public enum Kind {
    RELEASE,
    EXTENSION,
    APPLICATION
  }
}
