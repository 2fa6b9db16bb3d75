/** The {@code fmt} command: files in their one layout. */
@NullMarked
package dev.enit.cli.fmt;

import org.jspecify.annotations.NullMarked;
