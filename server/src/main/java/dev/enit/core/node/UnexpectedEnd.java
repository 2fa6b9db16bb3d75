package dev.enit.core.node;

import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The end of a node that did not stop in good order: it was killed, or it crashed.
 *
 * @param pid that its process had
 * @param lastSeen when it last showed that it runs; it ended after that
 * @param log that it wrote to
 */
public record UnexpectedEnd(long pid, Instant lastSeen, Path log) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  /** What happened, and where to read on. */
  public String message() {
    return Messages.text("node.unexpected-end", Long.toString(pid), TIME.format(lastSeen), log);
  }

  /** The same in a few words. */
  public String brief() {
    return Messages.text("node.unexpected-end.brief", TIME.format(lastSeen));
  }
}
