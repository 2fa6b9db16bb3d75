/** Checks of the merge: settings that override others, and their values. */
@NullMarked
package dev.enit.core.check.layer;

import org.jspecify.annotations.NullMarked;
