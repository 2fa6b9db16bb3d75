/** The {@code check} command: what to look at, in which order, and the shapes of its report. */
@NullMarked
package dev.enit.cli.check;

import org.jspecify.annotations.NullMarked;
