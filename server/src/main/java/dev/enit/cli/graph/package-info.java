/** The {@code graph} command: what starts, in which order, and why. */
@NullMarked
package dev.enit.cli.graph;

import org.jspecify.annotations.NullMarked;
