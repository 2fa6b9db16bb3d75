/** The lexer, parser and error recovery. ANTLR's types do not leave this package. */
@NullMarked
package dev.enit.grammar.parse;

import org.jspecify.annotations.NullMarked;
