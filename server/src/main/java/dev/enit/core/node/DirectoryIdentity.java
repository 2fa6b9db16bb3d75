package dev.enit.core.node;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory by which a node is told from others, at one moment: as it was named, and where that
 * led. A symbolic link may lead elsewhere later, and several names may lead to one place.
 *
 * @param real without symbolic links
 */
public record DirectoryIdentity(Path named, Path real) {

  /** A directory by its present place; it need not exist. */
  static DirectoryIdentity of(Path path) {
    Path named = path.toAbsolutePath().normalize();
    return new DirectoryIdentity(named, real(named));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      Path name = path.getFileName();
      return parent == null || name == null ? path : real(parent).resolve(name);
    }
  }

  /** From {@link #words}; empty for anything else. */
  static Optional<DirectoryIdentity> of(List<String> words) {
    try {
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(new DirectoryIdentity(Path.of(words.getFirst()), Path.of(words.getLast())));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The name, and the place where that is another one. */
  List<String> words() {
    return named.equals(real)
        ? List.of(named.toString())
        : List.of(named.toString(), real.toString());
  }

  /** Returns whether two have the same name or lead to the same place. */
  boolean isSame(DirectoryIdentity other) {
    return real.equals(other.real) || named.equals(other.named);
  }
}
