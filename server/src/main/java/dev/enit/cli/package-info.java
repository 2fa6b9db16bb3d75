/**
 * The launcher of the command line: it parses arguments, runs a command and sets the exit status.
 */
@NullMarked
package dev.enit.cli;

import org.jspecify.annotations.NullMarked;
