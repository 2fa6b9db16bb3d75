/** Checks of the merge: what overrides what, and to which end. */
@NullMarked
package dev.enit.core.check.layer;

import org.jspecify.annotations.NullMarked;
