package dev.enit.core.workspace;

import dev.enit.grammar.term.Span;

/**
 * A change of a text.
 *
 * @param span what is replaced, in offsets of the text before the change; it may reach beyond that
 *     text
 * @param text what stands there afterwards
 */
public record TextChange(Span span, String text) {}
