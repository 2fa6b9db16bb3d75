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
 * The one path of every request: the snapshot of the moment in which it arrived, the queue of its
 * {@link Lane}, a time limit, a fence around its handler, a named thread. And the fence of
 * notifications.
 */
final class RequestDispatcher {
  private final Session session;
  private final long limit;
  private final DocumentRequests documents = new DocumentRequests();

  /**
   * For one session.
   *
   * @param limit of one answer, in milliseconds
   */
  RequestDispatcher(Session session, long limit) {
    this.session = session;
    this.limit = limit;
  }

  <P> void answer(PendingRequest call, Method.Request<P> method) {
    RequestContext request = new RequestContext(session, session.host().snapshot(), call);
    document(method, call.params()).ifPresent(path -> documents.arrived(request, path));
    Runnable inTime = session.workers().after(limit, () -> giveUp(call));
    method.lane().executor(session.workers()).execute(() -> run(request, method, inTime));
  }

  /** The document that a request is about which may be superseded. */
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

  private <P> void run(RequestContext request, Method.Request<P> method, Runnable inTime) {
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
    } catch (CancellationException nobodyWaits) {
      call.fail(ResponseErrorCode.RequestCancelled, Messages.text("lsp.cancelled", method.name()));
    } catch (ResponseErrorException e) {
      call.fail(e.getResponseError());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      fault(call, e);
    } finally {
      inTime.run();
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

  /** A handler that fails for what the client has left out is not at fault. */
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
