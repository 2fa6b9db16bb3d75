/** Checks of the text alone. */
@NullMarked
package dev.enit.core.check.syntax;

import org.jspecify.annotations.NullMarked;
