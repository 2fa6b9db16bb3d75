package dev.enit.lsp.rpc;

import dev.enit.core.text.VisibleText;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * A request of the client that awaits its response. It gets exactly one: from the handler, the time
 * limit or the client's cancellation, whichever is first.
 *
 * <p>Work is cancelled cooperatively, at {@link #check}, never by interrupting a thread: an
 * interrupt closes the files that the core is reading, and the core caches what it has read.
 */
public final class PendingRequest {
  private final Connection connection;
  private final RequestMessage request;
  private final AtomicReference<@Nullable ResponseMessage> answer = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> whenAnswered = new AtomicReference<>();

  PendingRequest(Connection connection, RequestMessage request) {
    this.connection = connection;
    this.request = request;
  }

  public String method() {
    return request.getMethod();
  }

  /**
   * Returns the parameters, of the type that the table of methods declares, or {@code null} if
   * there are none.
   */
  public @Nullable Object params() {
    return request.getParams();
  }

  Either<String, Number> id() {
    return request.getRawId();
  }

  public boolean isAnswered() {
    return answer.get() != null;
  }

  /**
   * Checks for cancellation; to be called between the steps of long work.
   *
   * @throws CancellationException if the request has been answered, for example by its cancellation
   */
  public void check() {
    if (isAnswered()) {
      throw new CancellationException();
    }
  }

  /**
   * Runs a task as soon as the request is answered or cancelled, on the thread that answers; for
   * work that blocks instead of calling {@link #check}. The task must be short. A request has at
   * most one.
   */
  public void whenAnswered(Runnable task) {
    whenAnswered.set(task);
    if (isAnswered()) {
      runOnce();
    }
  }

  private void runOnce() {
    Runnable task = whenAnswered.getAndSet(null);
    if (task != null) {
      task.run();
    }
  }

  /** Answers with a result, which may be {@code null}. Returns whether this was the response. */
  public boolean succeed(@Nullable Object result) {
    ResponseMessage message = new ResponseMessage();
    message.setResult(result);
    return send(message);
  }

  /** Answers with an error. Returns whether this was the response. */
  public boolean fail(ResponseErrorCode code, String text) {
    return fail(new ResponseError(code, text, null));
  }

  /** Answers with an error. Returns whether this was the response. */
  public boolean fail(ResponseError error) {
    ResponseMessage message = new ResponseMessage();
    error.setMessage(VisibleText.lines(error.getMessage()));
    message.setError(error);
    return send(message);
  }

  /**
   * Sends the response. One that cannot be written as JSON does not count: the next one is sent.
   */
  private boolean send(ResponseMessage message) {
    message.setRawId(request.getRawId());
    if (!answer.compareAndSet(null, message)) {
      return false;
    }
    try {
      connection.answered(this, message);
    } catch (RuntimeException | StackOverflowError unwritable) {
      answer.set(null);
      throw unwritable;
    }
    runOnce();
    return true;
  }
}
