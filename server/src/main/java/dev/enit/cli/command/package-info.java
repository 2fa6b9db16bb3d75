/** The parts that commands share: arguments, context, releases, nodes, diagnostics and errors. */
@NullMarked
package dev.enit.cli.command;

import org.jspecify.annotations.NullMarked;
