package dev.enit.lsp.rpc;

import dev.enit.core.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reader of frames of LSP's base protocol: headers, an empty line and a body of {@code
 * Content-Length} bytes. LSP4J's reader passes the stream itself to the parser, so that the rest of
 * an invalid body stays in the stream; this one always consumes the whole body.
 *
 * <p>A wrong length does not end the session. If the announced length is too short, the next header
 * is found after the rest of the body; if it is too long, the start of the next header is pushed
 * back.
 */
final class FrameReader {
  /** The maximum body length in bytes: fits a document of 20 MB with all characters escaped. */
  static final int LONGEST_BODY = 64 * 1024 * 1024;

  private static final int LONGEST_HEADER = 8 * 1024;
  private static final String LENGTH = "content-length:";
  private static final byte[] NEXT_HEADER = "Content-".getBytes(StandardCharsets.US_ASCII);
  private static final int MIB = 1 << 20;

  private final PushbackInputStream in;

  FrameReader(InputStream in) {
    this.in = new PushbackInputStream(in, NEXT_HEADER.length);
  }

  /**
   * Returns the next frame, or {@code null} at the end of the stream, also if it ends inside a
   * frame.
   */
  @Nullable Frame next() throws IOException {
    long length = -1;
    boolean any = false;
    for (String line = line(); line != null; line = line()) {
      if (!line.isEmpty()) {
        any = true;
        int at = line.lastIndexOf(LENGTH);
        length = at >= 0 ? number(line.substring(at + LENGTH.length()).strip()) : length;
      } else if (any) {
        return frame(length);
      }
    }
    return null;
  }

  private @Nullable Frame frame(long length) throws IOException {
    if (length < 0) {
      return new Frame(false, Messages.text("lsp.no-length"));
    }
    if (length > LONGEST_BODY) {
      skip(length);
      return new Frame(false, Messages.text("lsp.too-long", length, LONGEST_BODY / MIB));
    }
    return body((int) length);
  }

  /** Skips a body that is too long. */
  private void skip(long length) throws IOException {
    try {
      in.skipNBytes(length);
    } catch (EOFException e) {
      // The next read reports the end of the stream.
    }
  }

  private @Nullable Frame body(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      return null;
    }
    int end = length - startOfHeader(bytes);
    in.unread(bytes, end, length - end);
    return new Frame(true, new String(bytes, 0, end, StandardCharsets.UTF_8));
  }

  /** Returns the number of bytes at the end of a body that begin the next header. */
  private static int startOfHeader(byte[] body) {
    for (int size = Math.min(NEXT_HEADER.length, body.length - 1); size > 0; size--) {
      int at = body.length - size;
      if (body[at - 1] == '}' && Arrays.equals(body, at, body.length, NEXT_HEADER, 0, size)) {
        return size;
      }
    }
    return 0;
  }

  /** Returns a header line in lower case without its line end; of an overlong line, its end. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(32);
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString(StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT);
      }
      if (line.size() == LONGEST_HEADER) {
        byte[] kept = line.toByteArray();
        line.reset();
        line.write(kept, LONGEST_HEADER / 2, LONGEST_HEADER / 2);
      }
      line.write(c);
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
