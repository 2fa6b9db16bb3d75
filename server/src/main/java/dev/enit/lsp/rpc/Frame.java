package dev.enit.lsp.rpc;

/**
 * A frame of the base protocol.
 *
 * @param text the body of a message, or why the frame is not readable; reading continues after it
 *     either way
 */
record Frame(boolean isReadable, String text) {}
