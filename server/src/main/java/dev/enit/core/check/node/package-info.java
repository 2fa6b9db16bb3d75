/** Checks of the node section. */
@NullMarked
package dev.enit.core.check.node;

import org.jspecify.annotations.NullMarked;
