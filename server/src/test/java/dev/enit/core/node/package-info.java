/** Tests against real emulators, with a separate epmd. */
@NullMarked
package dev.enit.core.node;

import org.jspecify.annotations.NullMarked;
