/** The {@code graph} command and the formats of the application graph. */
@NullMarked
package dev.enit.cli.graph;

import org.jspecify.annotations.NullMarked;
