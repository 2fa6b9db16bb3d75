/** Tests of the {@code status} command. */
@NullMarked
package dev.enit.cli.status;

import org.jspecify.annotations.NullMarked;
