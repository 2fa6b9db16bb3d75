package dev.enit.core.otp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.host.RegularFile;
import dev.enit.fuzz.ByteMutation;
import dev.enit.fuzz.Effort;
import dev.enit.fuzz.FuzzTarget;
import dev.enit.fuzz.TermFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * The fuzz target of compiled modules: bounded memory and time, and no exception but of reading.
 */
public final class BeamTarget implements FuzzTarget {
  private static final int LONGEST_FILE = 6_000;

  /** Chunks that are unpacked are no longer than this times their packed size. */
  private static final int DENSEST = 1_100;

  /**
   * The cost that a call may have, independent of its input and for each byte of its unpacked
   * input.
   */
  private static final long BYTES = 1_000_000;

  private static final long BYTES_EACH = 60;
  private static final long NANOS = 500_000_000;
  private static final long NANOS_EACH = 2_000;

  @Override
  public String name() {
    return "beams";
  }

  @Override
  public List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>(TermFiles.matching(".*\\.beam", LONGEST_FILE));
    byte[] small = BeamBytes.exporting("start/2", "config_change/3");
    byte[] wide = BeamBytes.otp28("start/2", "b".repeat(300) + "/1");
    corpus.addAll(List.of(small, wide, packed(small), packed(wide), packed(corpus.getFirst())));
    corpus.add(packed(Arrays.copyOf(small, 4 << 20)));
    return corpus;
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    byte[] plain = unpacked(input);
    if (plain.length != 0 && random.nextInt(3) > 0) {
      return packed(ByteMutation.of(plain, other, random));
    }
    return random.nextInt(40) == 0 ? packed(input) : ByteMutation.of(input, other, random);
  }

  /** Returns the short form of a packed input; empty for any other. */
  private static byte[] unpacked(byte[] input) {
    try {
      byte[] plain = BeamExports.plain(input);
      return plain.length > LONGEST_FILE || Arrays.equals(plain, input) ? new byte[0] : plain;
    } catch (IOException e) {
      return new byte[0];
    }
  }

  @Override
  public void run(byte[] input) throws Throwable {
    boolean isPacked = input.length > 2 && input[0] == 0x1F && input[1] == (byte) 0x8B;
    long size = Math.min(input.length * (isPacked ? (long) DENSEST : 1L), RegularFile.MAX_BEAM);
    Effort.check(
        () -> read(input), BYTES + size * BYTES_EACH, Duration.ofNanos(NANOS + size * NANOS_EACH));
  }

  private static void read(byte[] input) {
    try {
      Set<String> exports = BeamExports.of(input);
      assertTrue(exports.stream().allMatch(name -> name.matches("(?s).*/-?\\d+")), "" + exports);
      ModuleDigests.digest(input)
          .ifPresent(digest -> assertTrue(digest.toByteArray().length == 16));
    } catch (IOException e) {
      // It cannot be unpacked.
    }
  }
}
