/** Checks of the sections of configuration files. */
@NullMarked
package dev.enit.core.check.section;

import org.jspecify.annotations.NullMarked;
