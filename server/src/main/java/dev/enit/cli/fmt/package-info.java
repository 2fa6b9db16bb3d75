/** The {@code fmt} command: the formatter for files. */
@NullMarked
package dev.enit.cli.fmt;

import org.jspecify.annotations.NullMarked;
