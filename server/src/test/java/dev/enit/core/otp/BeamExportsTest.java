package dev.enit.core.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Exports out of compiled modules: handmade ones of both layouts, and those of a real OTP. */
class BeamExportsTest {
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
