/** How fast enit is and how much memory it takes, beside programs that do the same: tools/bench. */
@NullMarked
package dev.enit.bench;

import org.jspecify.annotations.NullMarked;
