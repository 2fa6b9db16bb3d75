package dev.enit.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Text for a standard stream: UTF-8 whatever the locale, and buffered. A reader that went away is
 * told to who writes, so that {@code enit check | head} ends when {@code head} does.
 */
public final class Output extends Writer {
  /** Nobody reads the stream any more. */
  public static final class Closed extends RuntimeException {
    Closed(IOException cause) {
      super(cause);
    }
  }

  private final OutputStream stream;
  private final Writer writer;

  public Output(OutputStream stream) {
    this.stream = stream;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Writes a text as it is. */
  public void print(String text) {
    attempt(() -> writer.write(text));
  }

  /** Writes a text and ends its line. */
  public void line(String text) {
    print(text);
    print("\n");
  }

  /** Writes bytes as they are, for a text that has an encoding of its own. */
  public void bytes(byte[] bytes) {
    flush();
    attempt(() -> stream.write(bytes));
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    attempt(() -> writer.write(chars, offset, length));
  }

  @Override
  public void flush() {
    attempt(writer::flush);
  }

  @Override
  public void close() {
    flush();
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new Closed(e);
    }
  }
}
