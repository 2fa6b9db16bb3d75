package dev.enit.lsp.session;

import com.google.gson.JsonElement;
import dev.enit.lsp.convert.MessageText;
import dev.enit.lsp.rpc.Connection;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/**
 * How far something is, where the client shows that: under the token that came with its request, or
 * under one of ours that it has agreed to. Nobody waits for that agreement; what is said before it
 * comes is its beginning.
 */
public final class WorkDoneProgress {
  private enum State {
    NEW,
    SHOWN,
    ENDED
  }

  private final Connection connection;
  private final Either<String, Integer> token;
  private final String title;
  private final boolean isCancellable;
  private State state = State.NEW;
  private String message = "";

  private WorkDoneProgress(
      Connection connection, Either<String, Integer> token, String title, boolean isCancellable) {
    this.connection = connection;
    this.isCancellable = isCancellable;
    this.token = token;
    this.title = title;
  }

  /** For a client that has a place for it already. */
  static WorkDoneProgress at(Connection connection, Either<String, Integer> token, String title) {
    WorkDoneProgress progress = new WorkDoneProgress(connection, token, title, true);
    progress.begin();
    return progress;
  }

  /** For a client that can make a place for it. */
  static WorkDoneProgress asked(Connection connection, String token, String title) {
    return asked(new WorkDoneProgress(connection, Either.forLeft(token), title, true));
  }

  /** As {@link #asked}, of work that a user cannot cancel. */
  static WorkDoneProgress background(Connection connection, String token, String title) {
    return asked(new WorkDoneProgress(connection, Either.forLeft(token), title, false));
  }

  private static WorkDoneProgress asked(WorkDoneProgress progress) {
    progress.connection.ask(
        "window/workDoneProgress/create",
        new WorkDoneProgressCreateParams(progress.token),
        progress::agreed);
    return progress;
  }

  /** For a client that shows nothing of the kind. */
  static WorkDoneProgress none(Connection connection) {
    WorkDoneProgress progress = new WorkDoneProgress(connection, Either.forLeft(""), "", false);
    progress.state = State.ENDED;
    return progress;
  }

  boolean is(Either<String, Integer> other) {
    return token.equals(other);
  }

  private void agreed(@Nullable JsonElement result, @Nullable ResponseError refusal) {
    if (refusal == null) {
      begin();
    }
  }

  private synchronized void begin() {
    if (state == State.NEW) {
      state = State.SHOWN;
      WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
      begin.setTitle(MessageText.of(title));
      begin.setCancellable(isCancellable);
      if (!message.isEmpty()) {
        begin.setMessage(MessageText.of(message));
      }
      tell(begin);
    }
  }

  /** What is being done now. */
  public synchronized void say(String text) {
    message = text;
    if (state == State.SHOWN) {
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setMessage(MessageText.of(text));
      tell(report);
    }
  }

  synchronized void end() {
    if (state == State.SHOWN) {
      tell(new WorkDoneProgressEnd());
    }
    state = State.ENDED;
  }

  private void tell(WorkDoneProgressNotification value) {
    connection.notify("$/progress", new ProgressParams(token, Either.forLeft(value)));
  }
}
