package dev.enit.core.ide;

import dev.enit.grammar.term.Span;

/**
 * The content of a hover.
 *
 * @param span what it is about, in offsets of the file
 * @param markdown GitHub flavoured; files are linked by their {@code file:} URI and {@code #L} line
 */
public record Hover(Span span, String markdown) {}
