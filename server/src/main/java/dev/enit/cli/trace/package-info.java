/** The {@code traceip} and {@code tracefile} commands: the traces of a node. */
@NullMarked
package dev.enit.cli.trace;

import org.jspecify.annotations.NullMarked;
