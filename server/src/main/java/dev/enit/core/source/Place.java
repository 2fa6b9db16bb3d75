package dev.enit.core.source;

import dev.enit.grammar.term.Span;
import java.nio.file.Path;

/**
 * A span in a file.
 *
 * @param span in offsets of the file
 */
public record Place(Path path, Span span) {}
