/** How Erlang terms are laid out: new white space for a text whose meaning stays. */
@NullMarked
package dev.enit.grammar.format;

import org.jspecify.annotations.NullMarked;
