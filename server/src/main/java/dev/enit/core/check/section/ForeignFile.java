package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;

/**
 * Tells a file that was never meant as configuration of a release, such as the settings of another
 * program that happen to end with {@code .config}. That is one mistake, however many forms are in
 * it.
 */
final class ForeignFile {
  /** Fewer may be slips of somebody who means sections. */
  private static final int STRAYS = 5;

  private ForeignFile() {}

  /** Whether a file has many forms that are no sections, and more of them than sections. */
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
