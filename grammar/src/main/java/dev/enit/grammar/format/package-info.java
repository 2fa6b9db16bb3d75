/** The formatter: lays out Erlang terms by changing white space only. */
@NullMarked
package dev.enit.grammar.format;

import org.jspecify.annotations.NullMarked;
