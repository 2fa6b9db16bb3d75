/** Tests of the rendering of text on a terminal. */
@NullMarked
package dev.enit.cli.terminal;

import org.jspecify.annotations.NullMarked;
