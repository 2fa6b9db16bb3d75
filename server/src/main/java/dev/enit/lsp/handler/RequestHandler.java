package dev.enit.lsp.handler;

import org.jspecify.annotations.Nullable;

/**
 * A handler of one request. It runs on a worker thread with the snapshot of the request; what it
 * throws becomes the error of this one response.
 */
@FunctionalInterface
public interface RequestHandler<P> {
  /** Returns the result in the types of the protocol, or {@code null} for none. */
  @Nullable Object answer(RequestContext request, P params);
}
