package dev.enit.core.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.enit.IrregularFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeamErrorTest {
  @TempDir private Path ebin;
  private byte[] beam = new byte[0];

  @BeforeEach
  void compile() throws Exception {
    Path source = Files.writeString(ebin.resolve("whole.erl"), "-module(whole).\n");
    String[] erlc = {"erlc", "-o", ebin.toString(), source.toString()};
    assertEquals(0, new ProcessBuilder(erlc).start().waitFor());
    beam = Files.readAllBytes(ebin.resolve("whole.beam"));
  }

  @Test
  void aModuleThatCanBeLoadedHasNone() throws IOException {
    String packed = "1f8b0800000000000003";
    Files.write(ebin.resolve("packed.beam"), HexFormat.of().parseHex(packed));
    assertEquals(List.of(), flaws("whole", "packed"));
  }

  @Test
  void aTruncatedOrForeignFileIsCorrupt() throws IOException {
    Files.write(ebin.resolve("cut.beam"), Arrays.copyOf(beam, beam.length - 1));
    Files.write(ebin.resolve("empty.beam"), new byte[0]);
    Files.write(ebin.resolve("zeros.beam"), new byte[beam.length]);
    Files.write(ebin.resolve("text.beam"), "-module(text).\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("cut corrupt", "empty corrupt", "zeros corrupt", "text corrupt"),
        flaws("cut", "whole", "empty", "zeros", "text"));
  }

  @Test
  void anIrregularFileIsCorrupt() throws Exception {
    IrregularFiles.FIFO.make(ebin.resolve("fifo.beam"));
    IrregularFiles.ENDLESS.make(ebin.resolve("endless.beam"));
    Files.createDirectory(ebin.resolve("folder.beam"));
    List<String> flaws =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> flaws("fifo", "whole", "endless", "folder"));
    assertEquals(List.of("fifo corrupt", "endless corrupt", "folder corrupt"), flaws);
    IrregularFiles.unlink(ebin);
  }

  @Test
  void aMissingModuleIsAbsent() {
    assertEquals(List.of("gone absent"), flaws("gone", "elsewhere"));
  }

  @Test
  void aFolderOfSourcesHasNone() throws IOException {
    Files.delete(ebin.resolve("whole.beam"));
    assertEquals(List.of(), flaws("whole"));
  }

  private List<String> flaws(String... modules) {
    AppFile app =
        new AppFile(
            ebin.resolve("shop.app"),
            "shop",
            "1",
            "",
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            List.of(modules));
    return BeamError.all(app, Set.of("elsewhere")::contains).stream()
        .map(flaw -> flaw.module() + (flaw.isAbsent() ? " absent" : " corrupt"))
        .toList();
  }
}
