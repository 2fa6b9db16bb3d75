package dev.enit.lsp.handler;

import java.util.concurrent.CompletableFuture;

/**
 * A response that completes after the handler returns. It is exempt from the time limit of a
 * request, which is for what an editor waits for, not for actions that the user runs.
 *
 * @param result the result for the client
 */
public record DeferredResponse(CompletableFuture<?> result) {}
