package dev.enit.cli.check;

import dev.enit.core.check.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found in a target.
 *
 * @param files that were looked at, with or without diagnostics
 * @param diagnostics by file, each file's in the order of its text
 */
record CheckedTarget(List<Path> files, List<Diagnostic> diagnostics) {}
