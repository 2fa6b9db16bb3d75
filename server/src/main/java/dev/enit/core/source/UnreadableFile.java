package dev.enit.core.source;

import java.nio.file.Path;

/**
 * A file that exists and cannot be read.
 *
 * @param reason in words, such as {@code permission denied}
 */
public record UnreadableFile(Path path, String reason) implements Source {}
