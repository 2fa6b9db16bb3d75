/** Fuzzing of everything that reads what others wrote: random inputs, and properties that hold. */
@NullMarked
package dev.enit.fuzz;

import org.jspecify.annotations.NullMarked;
