package dev.enit.lsp.session;

import com.google.gson.JsonElement;
import dev.enit.core.text.Messages;
import dev.enit.core.text.VisibleText;
import dev.enit.lsp.convert.MessageText;
import dev.enit.lsp.rpc.Connection;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/**
 * The log for the users of the client: a line in the client's log, and for an internal error the
 * stack trace on stderr. The same error is logged once, since it tends to recur with every
 * keystroke.
 */
public final class ClientLog {
  /** The maximum number of distinct messages; their text can come from the client. */
  private static final int MOST_TOLD = 1_000;

  private final Connection connection;
  private final PrintStream errors;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private volatile boolean tracing;

  public ClientLog(Connection connection, PrintStream errors) {
    this.connection = connection;
    this.errors = errors;
  }

  public void warn(String text) {
    connection.notify(
        "window/logMessage", new MessageParams(MessageType.Warning, MessageText.of(text)));
  }

  /** Logs a warning, the same text only once: such warnings tend to recur with every keystroke. */
  public void warnOnce(String text) {
    if (told.size() < MOST_TOLD && told.add(text)) {
      warn(text);
    }
  }

  /** Logs the client's error for a request of the server, if it is one. */
  public void refused(@Nullable JsonElement result, @Nullable ResponseError refusal) {
    if (refusal != null) {
      warn(refusal.getMessage());
    }
  }

  /** Logs an internal error. */
  public void fault(String task, Throwable fault) {
    StackTraceElement[] stack = fault.getStackTrace();
    String identity = fault.getClass().getName() + (stack.length > 0 ? stack[0] : "");
    if (told.add(identity)) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      errors.println("enit: " + VisibleText.lines(task + ": " + trace));
      connection.notify(
          "window/logMessage",
          new MessageParams(
              MessageType.Error,
              Messages.text("lsp.fault", MessageText.of(task), fault.getClass().getSimpleName())));
    }
  }

  /** Sets the trace level of the client: {@code off}, {@code messages} or {@code verbose}. */
  public void setTrace(String value) {
    tracing = !value.equals("off");
  }

  /** Logs the duration of a request for a client that has switched tracing on. */
  public void answered(String method, long nanos) {
    if (tracing) {
      connection.notify(
          "$/logTrace", new LogTraceParams(Messages.text("lsp.trace", method, nanos / 1000)));
    }
  }
}
