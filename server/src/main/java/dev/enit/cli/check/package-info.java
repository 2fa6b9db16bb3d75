/** The {@code check} command with the formats of its report, and the {@code explain} command. */
@NullMarked
package dev.enit.cli.check;

import org.jspecify.annotations.NullMarked;
