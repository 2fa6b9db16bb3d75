/** The {@code call} command: a call of a function in the node of a release. */
@NullMarked
package dev.enit.cli.call;

import org.jspecify.annotations.NullMarked;
