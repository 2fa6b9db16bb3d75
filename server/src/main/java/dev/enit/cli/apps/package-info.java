/** The {@code apps} command: the installed applications. */
@NullMarked
package dev.enit.cli.apps;

import org.jspecify.annotations.NullMarked;
