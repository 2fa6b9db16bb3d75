package dev.enit.lsp.rpc;

import dev.enit.core.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into messages, as LSP's base protocol has it: headers, an empty line, a
 * body of {@code Content-Length} bytes. LSP4J's own reader hands the parser the stream itself, so
 * that a body with a mistake leaves its rest behind; this one always takes the whole body.
 */
final class FrameReader {
  private static final int LONGEST_HEADER = 8 * 1024;
  private static final int LONGEST_BODY = 512 * 1024 * 1024;
  private static final String LENGTH = "content-length:";

  private final InputStream in;

  FrameReader(InputStream in) {
    this.in = in;
  }

  /** The next frame, {@code null} at the end of the stream, also where it ends inside a frame. */
  @Nullable Frame next() throws IOException {
    long length = -1;
    boolean any = false;
    for (String line = line(); line != null; line = line()) {
      if (!line.isEmpty()) {
        any = true;
        length = line.startsWith(LENGTH) ? number(line.substring(LENGTH.length()).strip()) : length;
      } else if (any) {
        return length < 0 || length > LONGEST_BODY
            ? new Frame(false, Messages.text("lsp.no-length"))
            : body((int) length);
      }
    }
    return null;
  }

  private @Nullable Frame body(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    return bytes.length < length
        ? null
        : new Frame(true, new String(bytes, StandardCharsets.UTF_8));
  }

  /** A header in lower case without its line end; an overlong one is cut. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(32);
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString(StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT);
      }
      if (line.size() < LONGEST_HEADER) {
        line.write(c);
      }
    }
    return null;
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
