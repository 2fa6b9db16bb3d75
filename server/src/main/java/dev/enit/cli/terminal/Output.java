package dev.enit.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A standard stream for text: UTF-8 in every locale, and buffered. Control characters are escaped
 * here; only a {@link Style} and a {@link ProgressLine} control the terminal. A stream that its
 * reader has closed is an exception, so that {@code enit check | head} ends when {@code head} does.
 */
public final class Output extends Writer {
  /** The reader has closed the stream. */
  public static final class Closed extends RuntimeException {
    Closed(IOException cause) {
      super(cause);
    }
  }

  private static final String LINES = "\n\t";

  private final OutputStream stream;
  private final Writer writer;

  public Output(OutputStream stream) {
    this.stream = stream;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Writes text of several lines, or a part of one, with escapes for what a reader cannot see. */
  public void print(String text) {
    String visible = Style.sequences(text, LINES);
    attempt(() -> writer.write(visible));
  }

  /** Writes one line and ends it; a line end in the text is escaped. */
  public void line(String text) {
    String visible = Style.sequences(text, "");
    attempt(() -> writer.write(visible + "\n"));
  }

  /** Writes what steers the terminal. */
  void steer(String sequence) {
    attempt(() -> writer.write(sequence));
  }

  /** Writes bytes as they are, for the text of a file that goes through a pipe. */
  public void bytes(byte[] bytes) {
    flush();
    attempt(() -> stream.write(bytes));
  }

  /** Writes characters as they are, for {@link JsonOutput}, which has escapes of its own. */
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
