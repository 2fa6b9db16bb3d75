/** Checks of release.enit. */
@NullMarked
package dev.enit.core.check.specification;

import org.jspecify.annotations.NullMarked;
