/** The benchmark of the parser; not part of the tests. */
@NullMarked
package dev.enit.grammar.bench;

import org.jspecify.annotations.NullMarked;
