/** Erlang terms as data: what a text means, where each piece stands, and what is wrong with it. */
@NullMarked
package dev.enit.grammar.term;

import org.jspecify.annotations.NullMarked;
