/** How text gets to a person or a program: streams, colours, columns. */
@NullMarked
package dev.enit.cli.terminal;

import org.jspecify.annotations.NullMarked;
