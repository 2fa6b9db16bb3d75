package dev.enit.core.source;

import java.nio.file.Path;

/**
 * A file that exists and cannot be read.
 *
 * @param reason the reason as text, such as {@code permission denied}
 */
public record UnreadableFile(Path path, String reason) implements Source {}
