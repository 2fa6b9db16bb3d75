/** How files are rewritten. */
@NullMarked
package dev.enit.cli.fmt;

import org.jspecify.annotations.NullMarked;
