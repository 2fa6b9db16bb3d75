package dev.enit.lsp.handler;

import java.util.concurrent.CompletableFuture;

/**
 * In the place of an answer that somebody gives later, in his own time: the limit of one answer is
 * for what an editor waits for, not for what a person has it do.
 *
 * @param result the result for the client
 */
public record DeferredResponse(CompletableFuture<?> result) {}
