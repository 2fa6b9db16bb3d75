/** Measures how fast text becomes terms; not part of the tests. */
@NullMarked
package dev.enit.grammar.bench;

import org.jspecify.annotations.NullMarked;
