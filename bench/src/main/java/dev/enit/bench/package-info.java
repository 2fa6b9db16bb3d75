/** The benchmarks of enit's speed and memory, beside programs that do the same: tools/bench. */
@NullMarked
package dev.enit.bench;

import org.jspecify.annotations.NullMarked;
