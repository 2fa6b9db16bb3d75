/** Erlang terms as data: values, their spans in a file, and syntax errors. */
@NullMarked
package dev.enit.grammar.term;

import org.jspecify.annotations.NullMarked;
