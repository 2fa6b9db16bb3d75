/** Checks of a running node against the files of its release. */
@NullMarked
package dev.enit.core.check.running;

import org.jspecify.annotations.NullMarked;
