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
 * A request of the client that waits for its answer. It gets exactly one: whoever comes first of
 * the handler, the time limit and the client's cancellation.
 *
 * <p>Work is stopped by asking, at {@link #check}, never by interrupting a thread: an interrupt
 * closes the files that the core is reading, and the core remembers what it has read.
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

  /** Already of the type that the method's table declares; {@code null} where there are none. */
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
   * To be called between steps of long work.
   *
   * @throws CancellationException where nobody waits for the answer any more
   */
  public void check() {
    if (isAnswered()) {
      throw new CancellationException();
    }
  }

  /**
   * For work that waits instead of looking: the task is run as soon as nobody waits for the answer
   * any more, by whoever gave it. It must not take long. There is one.
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

  /** Answers with a result, which may be {@code null}; whether this was the answer. */
  public boolean succeed(@Nullable Object result) {
    ResponseMessage message = new ResponseMessage();
    message.setResult(result);
    return send(message);
  }

  /** Answers with an error; whether this was the answer. */
  public boolean fail(ResponseErrorCode code, String text) {
    return fail(new ResponseError(code, text, null));
  }

  /** Answers with an error; whether this was the answer. */
  public boolean fail(ResponseError error) {
    ResponseMessage message = new ResponseMessage();
    error.setMessage(VisibleText.lines(error.getMessage()));
    message.setError(error);
    return send(message);
  }

  /** An answer that cannot be written as JSON is none: the next one is. */
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
