package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;

/**
 * The detection of files that are not the configuration of a release, such as the settings of
 * another program whose name ends with {@code .config}. That is one mistake, however many forms the
 * file has.
 */
final class ForeignFile {
  /** The fewest strays of a foreign file; fewer may be mistyped sections. */
  private static final int STRAYS = 5;

  private ForeignFile() {}

  /**
   * Returns whether a file has many forms that are not sections, and more of them than sections.
   */
  static boolean is(ConfigLayer layer) {
    int strays = 0;
    int sections = 0;
    for (ConfigForm form : layer.forms()) {
      if (form instanceof Stray && form.form().isIntact()) {
        strays++;
      } else if (form instanceof Section) {
        sections++;
      }
    }
    return strays >= STRAYS && strays > sections;
  }
}
