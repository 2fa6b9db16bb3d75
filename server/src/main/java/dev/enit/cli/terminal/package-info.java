/** The output of text to terminals and programs: streams, colours, columns. */
@NullMarked
package dev.enit.cli.terminal;

import org.jspecify.annotations.NullMarked;
