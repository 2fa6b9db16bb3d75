/** The {@code remsh} command: a shell of a running node. */
@NullMarked
package dev.enit.cli.remsh;

import org.jspecify.annotations.NullMarked;
