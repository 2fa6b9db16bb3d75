package dev.enit.core.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.IrregularFiles;
import dev.enit.core.host.RegularFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the exports of compiled modules: handmade ones of both layouts, and those of a real OTP.
 */
class BeamExportsTest {
  @TempDir private Path folder;

  private static final byte[] OTP_25 = BeamBytes.exporting("start/2", "config_change/3");

  @Test
  void readsNamesAndArities() throws IOException {
    assertEquals(Set.of("start/2", "config_change/3"), BeamExports.of(OTP_25));
  }

  @Test
  void readsTheAtomTableOfOtp28() throws IOException {
    String longName = "a".repeat(300);
    byte[] beam = BeamBytes.otp28("config_change/3", longName + "/0", "b".repeat(15) + "/1");
    assertEquals(
        Set.of("config_change/3", longName + "/0", "b".repeat(15) + "/1"), BeamExports.of(beam));
  }

  @Test
  void readsCompressedModules() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(OTP_25);
    }
    assertEquals(Set.of("start/2", "config_change/3"), BeamExports.of(packed.toByteArray()));
  }

  @Test
  void everyTruncationExportsNothingOrEverything() throws IOException {
    for (int length = 0; length < OTP_25.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(OTP_25, length);
      Set<String> exports = BeamExports.of(cut);
      assertTrue(exports.isEmpty() || exports.size() == 2, "cut at " + length);
    }
  }

  @Test
  void whatUnpacksToMoreThanTheLimitIsNoBeam() throws IOException {
    byte[] exports = Arrays.copyOfRange(OTP_25, 12, OTP_25.length);
    Path beam = folder.resolve("bomb.beam");
    try (var packed = new GZIPOutputStream(Files.newOutputStream(beam))) {
      packed.write(Arrays.copyOf(OTP_25, 12));
      packed.write(exports);
      packed.write(BeamBytes.chunk("Code", new byte[RegularFile.MAX_BEAM]));
    }
    assertEquals(Set.of(), BeamExports.of(beam));
    assertEquals(new ModuleDigests.Found.Unreadable(), new ModuleDigests().of(beam));
  }

  /** The lengths that a file states are not believed. */
  @Test
  void aFalseLengthIsNoReasonToAllocate() throws IOException {
    byte[] exports = BeamBytes.chunk("ExpT", BeamBytes.number(1));
    for (int number : List.of(Integer.MIN_VALUE, -1, Integer.MAX_VALUE)) {
      byte[] atoms = BeamBytes.chunk("AtU8", BeamBytes.number(number));
      assertEquals(Set.of(), BeamExports.of(BeamBytes.file(atoms, exports)), "atoms: " + number);
      byte[] length = BeamBytes.file(atoms, exports);
      ByteBuffer.wrap(length).putInt(16, number);
      assertEquals(Set.of(), BeamExports.of(length), "length of a chunk: " + number);
      assertEquals(Optional.empty(), ModuleDigests.digest(length), "length of a chunk: " + number);
    }
  }

  /** Every export repeats the name of its atom: 200 MB for these. */
  @Test
  void exportsOfALongNameAreBounded() throws IOException {
    int count = 100_000;
    ByteBuffer table = ByteBuffer.allocate(4 + count * 12).putInt(count);
    for (int i = 0; i < count; i++) {
      table.putInt(1).putInt(i).putInt(0);
    }
    byte[] name = new byte[2047];
    ByteBuffer atoms = ByteBuffer.allocate(6 + name.length).putInt(-1).putShort((short) 0xE8FF);
    byte[] beam =
        BeamBytes.file(
            BeamBytes.chunk("AtU8", atoms.put(name).array()),
            BeamBytes.chunk("ExpT", table.array()));
    assertEquals(Set.of(), BeamExports.of(beam));
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsNoneExportsNothing(IrregularFiles kind) throws Exception {
    Path beam = kind.make(folder.resolve("shop.beam"));
    Duration soon = Duration.ofSeconds(10);
    assertTimeoutPreemptively(soon, () -> assertEquals(Set.of(), BeamExports.of(beam)));
    assertTimeoutPreemptively(
        soon,
        () -> assertEquals(new ModuleDigests.Found.Unreadable(), new ModuleDigests().of(beam)));
    IrregularFiles.unlink(folder);
  }

  @Test
  void anAbsentModuleExportsNothing() {
    assertEquals(Set.of(), BeamExports.of(Path.of("/nonexistent/none.beam")));
  }

  @Test
  void agreesWithTheInstalledOtp() {
    Optional<OtpInstall> otp =
        OtpLocator.locate(Optional.empty(), System.getenv().getOrDefault("PATH", ""));
    OtpIndex index = OtpIndex.scan(otp, java.util.List.of());
    assertTrue(otp.isPresent(), "these tests need Erlang/OTP: run them with make test");
    assertTrue(callbacks(index, "kernel").contains("config_change/3"));
    assertTrue(callbacks(index, "kernel").contains("start/2"));
    assertTrue(callbacks(index, "sasl").contains("start/2"));
    assertFalse(callbacks(index, "sasl").contains("config_change/3"));
    assertEquals(Set.of(), callbacks(index, "stdlib"));
  }

  private static Set<String> callbacks(OtpIndex index, String app) {
    return index.callbacks(index.appFile(app).orElseThrow());
  }
}
