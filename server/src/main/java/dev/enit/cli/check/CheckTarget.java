package dev.enit.cli.check;

import dev.enit.core.release.ReleaseKey;
import java.nio.file.Path;

/** Something to look at. */
sealed interface CheckTarget {

  /** A release with all of its files. */
  record WholeRelease(ReleaseKey key) implements CheckTarget {}

  /** One file; where it belongs to a release, that is read for it. */
  record OneFile(Path path) implements CheckTarget {}
}
