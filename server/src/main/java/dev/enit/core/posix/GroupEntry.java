package dev.enit.core.posix;

/**
 * A group of the host, as {@code getgrnam(3)} describes it.
 *
 * @param gid its number, unsigned in 32 bits
 */
public record GroupEntry(String name, int gid) {}
