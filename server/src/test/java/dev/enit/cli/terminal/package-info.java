/** What text becomes on a terminal. */
@NullMarked
package dev.enit.cli.terminal;

import org.jspecify.annotations.NullMarked;
