/** From text to terms. ANTLR's types stay in here. */
@NullMarked
package dev.enit.grammar.parse;

import org.jspecify.annotations.NullMarked;
