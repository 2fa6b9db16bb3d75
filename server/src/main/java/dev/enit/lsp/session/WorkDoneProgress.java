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
 * The progress of a task for a client that shows it, under the token of the client's request or
 * under a token of the server. The server does not wait until the client accepts its token; a
 * message from before that becomes the initial one.
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

  /** Returns a progress under the token of the client's request. */
  static WorkDoneProgress at(Connection connection, Either<String, Integer> token, String title) {
    WorkDoneProgress progress = new WorkDoneProgress(connection, token, title, true);
    progress.begin();
    return progress;
  }

  /** Returns a progress under a token of the server, which the client has to accept. */
  static WorkDoneProgress asked(Connection connection, String token, String title) {
    return asked(new WorkDoneProgress(connection, Either.forLeft(token), title, true));
  }

  /** Returns a progress as {@link #asked} does, for a task that the user cannot cancel. */
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

  /** Returns a progress that is not shown. */
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

  /** Reports the current step. */
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
