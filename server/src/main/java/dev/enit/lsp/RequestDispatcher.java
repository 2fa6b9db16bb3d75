package dev.enit.lsp;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.ParameterValidator;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.handler.DeferredResponse;
import dev.enit.lsp.handler.NotificationHandler;
import dev.enit.lsp.handler.RequestContext;
import dev.enit.lsp.rpc.PendingRequest;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The dispatcher of requests and notifications. Every request gets the snapshot of its arrival, the
 * queue of its {@link Lane} and a time limit; what a handler throws becomes an error of that one
 * request. A notification runs at once, and what its handler throws is logged.
 */
final class RequestDispatcher {
  private final Session session;
  private final long limit;
  private final DocumentRequests documents = new DocumentRequests();

  /**
   * Creates the dispatcher of one session.
   *
   * @param limit the time limit of a request, in milliseconds
   */
  RequestDispatcher(Session session, long limit) {
    this.session = session;
    this.limit = limit;
  }

  <P> void answer(PendingRequest call, Method.Request<P> method) {
    RequestContext request = new RequestContext(session, session.host().snapshot(), call);
    document(method, call.params()).ifPresent(path -> documents.arrived(request, path));
    Runnable cancelTimeout = session.workers().after(limit, () -> giveUp(call));
    method.lane().executor(session.workers()).execute(() -> run(request, method, cancelTimeout));
  }

  /** Returns the document of a request that a later one supersedes; empty for other requests. */
  private static <P> Optional<Path> document(Method.Request<P> method, @Nullable Object params) {
    TextDocumentIdentifier document =
        method.params().isInstance(params)
            ? method.document().apply(method.params().cast(params))
            : null;
    return document == null || document.getUri() == null
        ? Optional.empty()
        : Uris.path(document.getUri());
  }

  <P> void take(Method.Notification<P> method, @Nullable Object params) {
    NotificationHandler<? super P> handler = method.handler();
    try {
      handler.take(session, required(method.params(), params));
    } catch (ResponseErrorException e) {
      warn(method, e.getResponseError().getMessage());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      ParameterValidator.missing(params)
          .ifPresentOrElse(
              name -> warn(method, Messages.text("lsp.missing-member", name)),
              () -> session.log().fault(method.name(), e));
    }
  }

  private void warn(Method method, String text) {
    session.log().warnOnce(method.name() + ": " + text);
  }

  private <P> void run(RequestContext request, Method.Request<P> method, Runnable cancelTimeout) {
    PendingRequest call = request.call();
    long start = System.nanoTime();
    try {
      call.check();
      P params = required(method.params(), call.params());
      Object result =
          CancellationToken.bound(call::isAnswered, () -> method.handler().answer(request, params));
      if (result instanceof DeferredResponse later) {
        await(later, call);
      } else {
        call.succeed(result);
        session.log().answered(method.name(), System.nanoTime() - start);
      }
    } catch (CancellationException cancelled) {
      call.fail(ResponseErrorCode.RequestCancelled, Messages.text("lsp.cancelled", method.name()));
    } catch (ResponseErrorException e) {
      call.fail(e.getResponseError());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      fault(call, e);
    } finally {
      cancelTimeout.run();
    }
  }

  private void await(DeferredResponse later, PendingRequest call) {
    var _ =
        later
            .result()
            .whenComplete(
                (result, fault) -> {
                  if (fault == null) {
                    call.succeed(result);
                  } else {
                    fault(call, fault);
                  }
                });
  }

  /**
   * Answers a request whose handler failed. If a required member of the parameters is missing, the
   * client is at fault.
   */
  private void fault(PendingRequest call, Throwable fault) {
    Optional<String> missing = ParameterValidator.missing(call.params());
    if (missing.isPresent()) {
      call.fail(
          ResponseErrorCode.InvalidParams, Messages.text("lsp.missing-member", missing.get()));
      return;
    }
    String text = Messages.text("lsp.fault", call.method(), fault.getClass().getSimpleName());
    call.fail(ResponseErrorCode.InternalError, text);
    session.log().fault(call.method(), fault);
  }

  private void giveUp(PendingRequest call) {
    String text = Messages.text("lsp.too-slow", call.method(), limit);
    if (call.fail(ResponseErrorCode.RequestFailed, text)) {
      session.log().warn(text);
    }
  }

  private static <P> P required(Class<P> type, @Nullable Object params) {
    return type.cast(ParamsReader.required(params, "params"));
  }
}
