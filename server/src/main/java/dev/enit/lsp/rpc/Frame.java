package dev.enit.lsp.rpc;

/**
 * What stands next in a stream of messages.
 *
 * @param text the body of a message, or why there is none; reading goes on behind it either way
 */
record Frame(boolean isReadable, String text) {}
