/** The {@code apps} command: what is installed. */
@NullMarked
package dev.enit.cli.apps;

import org.jspecify.annotations.NullMarked;
