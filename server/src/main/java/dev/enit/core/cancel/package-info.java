/** The cancellation of computations whose result is no longer needed. */
@NullMarked
package dev.enit.core.cancel;

import org.jspecify.annotations.NullMarked;
