package dev.enit.core.otp;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;

/**
 * The value that an application's own {@code .app} file gives a key.
 *
 * @param span of the {@code {Key, Value}}, in offsets of the file
 * @param line of the key, from 1
 * @param comment what its author wrote above it, without the percent signs; often empty
 */
public record AppDefault(Path file, Term value, Span span, int line, String comment) {}
