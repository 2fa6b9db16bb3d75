/**
 * Fuzzing of everything that reads files and messages of others: random inputs, and properties that
 * hold.
 */
@NullMarked
package dev.enit.fuzz;

import org.jspecify.annotations.NullMarked;
