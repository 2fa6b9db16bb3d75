package dev.enit.cli.config;

import dev.enit.core.release.Release;
import java.util.List;

/** A shape in which effective configurations are printed. */
interface ConfigFormat {
  void one(Release release);

  void all(List<Release> releases);
}
