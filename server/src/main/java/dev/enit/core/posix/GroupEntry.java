package dev.enit.core.posix;

/**
 * A group of the host, from {@code getgrnam(3)}.
 *
 * @param gid its number, unsigned in 32 bits
 */
public record GroupEntry(String name, int gid) {}
