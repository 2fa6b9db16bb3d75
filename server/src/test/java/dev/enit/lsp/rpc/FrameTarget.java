package dev.enit.lsp.rpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.fuzz.ByteMutation;
import dev.enit.fuzz.Effort;
import dev.enit.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The fuzz target of the reader of LSP's base protocol. After whatever bytes, once what they
 * announce has come, the next message is read; among messages with wrong lengths, no message with a
 * right one is lost, unless the one before it announced a part of its header too.
 */
public final class FrameTarget implements FuzzTarget {
  /** The error in the length of a message, for each byte of the input. */
  private static final int[] DELTAS = {0, 0, 0, 1, -1, 2, -5, 8, 7, -20, 12, 20};

  /** A length that is wrong by no more costs no other message. */
  private static final int GIVEN_BACK = "Content-".length();

  private static final int SHORT = 20_000;
  private static final int SELDOM = 5_000;
  private static final int MOST_MESSAGES = 64;
  private static final String LAST = "{\"last\":true}";
  private static final Pattern NUMBER = Pattern.compile("(?i)length:[\\x00-\\x20]*\\+?(\\d+)");
  private static final long BYTES = 8_000_000;
  private static final long BYTES_EACH = 400;
  private static final Duration TIME = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public List<byte[]> corpus() {
    List<byte[]> corpus = new ArrayList<>();
    for (String text :
        List.of(
            "Content-Length: 2\r\n\r\n{}",
            "content-length:13\nContent-Type: application/vscode-jsonrpc; charset=utf-8\n\n"
                + "{\"id\":\"å\"}  ",
            "Content-Length: 2\r\n\r\n{}Content-Length: 16\r\n\r\n{\"method\":\"exit\"}",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Content-Length: -1\r\nContent-Length: 0\r\n\r\n",
            "Content-Length: 70000000\r\n\r\n{",
            "Content-Length: 9223372036854775807\r\n\r\n",
            "x".repeat(9_000) + "Content-Length: 3\r\n\r\n[1]\r\n\r\n\r\n",
            "Content-Length: 30\r\n\r\n{\"a\":\"Content-Length: 5\\r\\n\"}  ")) {
      corpus.add(text.getBytes(ISO_8859_1));
    }
    return corpus;
  }

  private static byte[] frame(String body, int delta) {
    return ("Content-Length: " + (body.length() + delta) + "\r\n\r\n" + body).getBytes(US_ASCII);
  }

  /** Long bodies take long. */
  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    byte[] changed = changed(input, other, random);
    return announced(changed) > SHORT && random.nextInt(SELDOM) > 0 ? input : changed;
  }

  private static byte[] changed(byte[] input, byte[] other, Random random) {
    if (random.nextInt(4) > 0) {
      return ByteMutation.of(input, other, random);
    }
    String number =
        switch (random.nextInt(8)) {
          case 0 -> "" + random.nextLong();
          case 1 -> "" + (FrameReader.LONGEST_BODY + 1L + random.nextInt(3));
          default -> "" + random.nextInt(200);
        };
    return new String(input, ISO_8859_1)
        .replaceFirst("(?i)(content-length:\\s*)\\d+", "$1" + number)
        .getBytes(ISO_8859_1);
  }

  @Override
  public void run(byte[] input) throws Throwable {
    int announced = announced(input);
    Effort.check(
        () -> anything(input, announced), BYTES + BYTES_EACH * (announced + input.length), TIME);
    if (input.length < MOST_MESSAGES) {
      Effort.check(() -> wrongLengths(input), BYTES, TIME);
    }
  }

  /** Returns the largest number of an input that may be the length of a body. */
  private static int announced(byte[] input) {
    return NUMBER
        .matcher(new String(input, ISO_8859_1))
        .results()
        .map(number -> new BigInteger(number.group(1)))
        .filter(number -> number.compareTo(BigInteger.valueOf(FrameReader.LONGEST_BODY)) <= 0)
        .mapToInt(BigInteger::intValue)
        .max()
        .orElse(0);
  }

  private static void anything(byte[] input, int announced) throws IOException {
    FrameReader reader = new FrameReader(new Padded(input, announced + 100, frame(LAST, 0)));
    Frame last = null;
    int frames = 0;
    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
      last = frame;
      frames++;
    }
    assertEquals(new Frame(true, LAST), last);
    assertTrue(frames <= input.length + 1, "more messages than bytes");
  }

  /** Bytes, line ends, and a message; what is skipped of the line ends does not count. */
  private static final class Padded extends InputStream {
    private final byte[] first;
    private final byte[] last;
    private int at;
    private int padding;
    private int end;

    Padded(byte[] first, int padding, byte[] last) {
      this.first = first;
      this.padding = padding;
      this.last = last;
    }

    @Override
    public int read() {
      if (at < first.length) {
        return first[at++] & 0xFF;
      }
      if (padding > 0) {
        padding--;
        return '\n';
      }
      return end < last.length ? last[end++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (at == first.length && padding > 0) {
        int size = Math.min(length, padding);
        Arrays.fill(bytes, offset, offset + size, (byte) '\n');
        padding -= size;
        return size;
      }
      int next = length == 0 ? -1 : read();
      if (next >= 0) {
        bytes[offset] = (byte) next;
      }
      return next < 0 ? (length == 0 ? 0 : -1) : 1;
    }

    @Override
    public long skip(long count) {
      if (at < first.length) {
        at++;
        return 1;
      }
      return padding > 0 ? count : 0;
    }
  }

  private static void wrongLengths(byte[] input) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<String> expected = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < input.length; i++) {
      int delta = DELTAS[(input[i] & 0xFF) % DELTAS.length];
      String body = "{\"id\":" + i + ",\"method\":\"some/method\"}";
      stream.writeBytes(frame(body, delta));
      if (delta == 0 && before <= GIVEN_BACK) {
        expected.add(body);
      }
      before = delta;
    }
    stream.writeBytes(
        frame("{\"id\":\"next, in the place of what a length that is wrong takes\"}", 0));
    stream.writeBytes(
        frame("{\"id\":\"next, in the place of what a length that is wrong takes\"}", 0));
    stream.writeBytes(frame(LAST, 0));
    expected.add(LAST);
    FrameReader reader = new FrameReader(new ByteArrayInputStream(stream.toByteArray()));
    List<String> read = new ArrayList<>();
    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
      read.add(frame.text());
    }
    expected.removeAll(read);
    assertEquals(List.of(), expected, "lost");
  }
}
