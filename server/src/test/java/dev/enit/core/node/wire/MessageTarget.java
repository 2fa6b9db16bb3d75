package dev.enit.core.node.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ericsson.otp.erlang.OtpErlangAtom;
import com.ericsson.otp.erlang.OtpErlangBitstr;
import com.ericsson.otp.erlang.OtpErlangExternalFun;
import com.ericsson.otp.erlang.OtpErlangLong;
import com.ericsson.otp.erlang.OtpErlangObject;
import com.ericsson.otp.erlang.OtpErlangPid;
import com.ericsson.otp.erlang.OtpErlangPort;
import com.ericsson.otp.erlang.OtpErlangRef;
import com.ericsson.otp.erlang.OtpErlangTuple;
import com.ericsson.otp.erlang.OtpOutputStream;
import dev.enit.fuzz.ByteMutation;
import dev.enit.fuzz.Effort;
import dev.enit.fuzz.FuzzTarget;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * The fuzz target of messages of the distribution protocol, and of the external term format: what
 * passes the guard is decoded, or refused as malformed, in bounded memory and time.
 */
public final class MessageTarget implements FuzzTarget {
  private static final Path TERMS = Path.of("src/test/resources/core/external-terms.txt");
  private static final String HOME = "n@h";

  /** The cost that a call may have, independent of its input and for each byte. */
  private static final long BYTES = 1_000_000;

  private static final long BYTES_EACH = 2_000;
  private static final long NANOS = 500_000_000;
  private static final long NANOS_EACH = 20_000;

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    for (Form form : TermParser.parse(Files.readString(TERMS)).forms()) {
      Term term = Objects.requireNonNull(form.term());
      corpus.add(message(TermEncoder.object(term)));
      corpus.add(ExternalTerm.encode(term));
    }
    for (OtpErlangObject object :
        List.of(
            new OtpErlangPid(HOME, 1, 2, 3),
            new OtpErlangRef(HOME, new int[] {1, 2, 3}, 4),
            new OtpErlangPort(HOME, 1, 2),
            new OtpErlangExternalFun("lists", "map", 2),
            new OtpErlangBitstr(new byte[] {1, (byte) 0x80}, 7))) {
      corpus.add(message(object));
    }
    corpus.add(framed(new byte[0]));
    return corpus;
  }

  /** Returns a message to a process as it is sent, with its length. */
  private static byte[] message(OtpErlangObject term) {
    OtpOutputStream out = new OtpOutputStream();
    out.write1(112);
    out.write1(131);
    out.write_any(
        new OtpErlangTuple(
            new OtpErlangObject[] {
              new OtpErlangLong(2), new OtpErlangAtom(""), new OtpErlangPid("f@h", 1, 0, 1)
            }));
    out.write1(131);
    out.write_any(term);
    return framed(out.toByteArray());
  }

  private static byte[] framed(byte[] body) {
    return ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).array();
  }

  /**
   * Returns the input, often with a corrected length: otherwise hardly a mutation would be decoded.
   */
  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    byte[] changed = ByteMutation.of(input, other, random);
    if (changed.length >= Integer.BYTES && changed[0] == 0 && random.nextInt(8) > 0) {
      ByteBuffer.wrap(changed).putInt(changed.length - Integer.BYTES);
    }
    return changed;
  }

  @Override
  public void run(byte[] input) throws Throwable {
    Effort.check(
        () -> read(input),
        BYTES + input.length * BYTES_EACH,
        Duration.ofNanos(NANOS + input.length * NANOS_EACH));
  }

  private static void read(byte[] input) throws IOException {
    frames(input);
    try {
      TermPrinter.print(ExternalTerm.decode(input, HOME));
    } catch (MalformedTerm e) {
      // Refused.
    }
    if (input.length > Integer.BYTES) {
      byte[] body = Arrays.copyOfRange(input, Integer.BYTES, input.length);
      if (TermScan.fault(body) == null) {
        decode(body);
      }
    }
  }

  /** Asserts that the guard passes its input unchanged, up to the message that it refuses. */
  private static void frames(byte[] input) {
    FrameGuard guard = new FrameGuard(new ByteArrayInputStream(input));
    try {
      byte[] read = guard.readAllBytes();
      assertNull(guard.fault());
      assertEquals(-1, Arrays.mismatch(read, Arrays.copyOf(input, read.length)));
    } catch (IOException e) {
      assertNotNull(guard.fault(), "an exception without a rule: " + e);
    }
  }

  /** Decodes a message as the connection does, with the same classes. */
  private static void decode(byte[] body) throws IOException {
    InputStream terms = new ByteArrayInputStream(body, 1, body.length);
    while (terms.available() > 0) {
      int at = body.length - terms.available();
      try {
        com.ericsson.otp.erlang.OtpInputStream in =
            new com.ericsson.otp.erlang.OtpInputStream(body, at, body.length - at, 0);
        TermPrinter.print(TermDecoder.term(in.read_any(), HOME));
        terms.skipNBytes(body.length - at - in.available());
      } catch (com.ericsson.otp.erlang.OtpErlangDecodeException e) {
        return;
      }
    }
  }
}
