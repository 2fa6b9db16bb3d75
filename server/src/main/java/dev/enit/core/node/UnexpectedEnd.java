package dev.enit.core.node;

import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The end of a node that nothing asked for: it was killed, or crashed, or ended itself after an
 * error.
 *
 * @param pid that its process had
 * @param lastSeen when it ended itself, or else when it last showed that it runs
 * @param isByItself whether it ended itself, in good order
 * @param log that it wrote to; empty for one in the foreground
 */
public record UnexpectedEnd(long pid, Instant lastSeen, boolean isByItself, Optional<Path> log) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  /** What happened, and where to read on. */
  public String message() {
    String text =
        Messages.text(
            isByItself ? "node.end.itself" : "node.end.unexpected",
            Long.toString(pid),
            TIME.format(lastSeen));
    return log.map(file -> text + " " + Messages.text("node.end.log", file)).orElse(text);
  }

  /** The same in a few words. */
  public String brief() {
    return Messages.text(
        isByItself ? "node.end.itself.brief" : "node.end.unexpected.brief", TIME.format(lastSeen));
  }
}
