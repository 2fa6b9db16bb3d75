/** The {@code status} command: what a node says of itself, or why it cannot be asked. */
@NullMarked
package dev.enit.cli.status;

import org.jspecify.annotations.NullMarked;
