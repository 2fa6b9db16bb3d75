package dev.enit.core.ide.link;

import dev.enit.grammar.term.Span;
import java.nio.file.Path;

/**
 * A path in a value, and the file or folder that it means.
 *
 * @param span of the path, in offsets of the file
 * @param elsewhere whether the target is another path than the one that is written
 */
public record PathLink(Span span, Path target, boolean elsewhere) {}
