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
 * What the people behind the client may want to read later: a line in its log, and for a fault of
 * enit's own the stack on stderr. The same fault is told once: it tends to come with every
 * keystroke.
 */
public final class ClientLog {
  /** More different ones are told no more: what they say can come from the client. */
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

  /** Warns of what tends to come with every keystroke: the same text once. */
  public void warnOnce(String text) {
    if (told.size() < MOST_TOLD && told.add(text)) {
      warn(text);
    }
  }

  /** The client's refusal of something that was asked of it, if it is one. */
  public void refused(@Nullable JsonElement result, @Nullable ResponseError refusal) {
    if (refusal != null) {
      warn(refusal.getMessage());
    }
  }

  /** A fault of enit's own, while it did something for the client. */
  public void fault(String doing, Throwable fault) {
    StackTraceElement[] stack = fault.getStackTrace();
    String identity = fault.getClass().getName() + (stack.length > 0 ? stack[0] : "");
    if (told.add(identity)) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      errors.println("enit: " + VisibleText.lines(doing + ": " + trace));
      connection.notify(
          "window/logMessage",
          new MessageParams(
              MessageType.Error,
              Messages.text("lsp.fault", MessageText.of(doing), fault.getClass().getSimpleName())));
    }
  }

  /** The client's wish: {@code off}, {@code messages} or {@code verbose}. */
  public void setTrace(String value) {
    tracing = !value.equals("off");
  }

  /** Told only to a client that wants to trace the conversation. */
  public void answered(String method, long nanos) {
    if (tracing) {
      connection.notify(
          "$/logTrace", new LogTraceParams(Messages.text("lsp.trace", method, nanos / 1000)));
    }
  }
}
