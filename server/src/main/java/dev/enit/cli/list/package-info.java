/** The {@code list} command: all releases, a line each. */
@NullMarked
package dev.enit.cli.list;

import org.jspecify.annotations.NullMarked;
