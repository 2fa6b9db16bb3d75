package dev.enit.lsp.handler;

import org.jspecify.annotations.Nullable;

/**
 * Answers one method from a snapshot. It runs on a thread of the requests; whatever it throws
 * becomes an error of this one answer.
 */
@FunctionalInterface
public interface RequestHandler<P> {
  /** The result as the protocol has it, {@code null} for none. */
  @Nullable Object answer(RequestContext request, P params);
}
