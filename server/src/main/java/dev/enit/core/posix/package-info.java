/** Calls of the C library through Java's foreign function interface. */
@NullMarked
package dev.enit.core.posix;

import org.jspecify.annotations.NullMarked;
