/** Tests of rewriting files. */
@NullMarked
package dev.enit.cli.fmt;

import org.jspecify.annotations.NullMarked;
