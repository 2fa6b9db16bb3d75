package dev.enit.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the precedence of settings: options, the environment, the nearest file, the host's file.
 */
class SettingsSourcesTest {
  private static final Path ABSENT = Path.of("/absent/enit.config");

  @TempDir Path temp;
  private Path tree;
  private Path inner;
  private Path host;

  @BeforeEach
  void files() throws IOException {
    tree = temp.resolve("tree");
    inner = Files.createDirectories(tree.resolve("inner/deep"));
    host = temp.resolve("host/enit.config");
    Files.createDirectories(host.getParent());
  }

  @Test
  void theFirstSourceThatSaysSomethingWins() throws IOException {
    Files.writeString(host, "{release_dir, \"/h/r\"}. {config_dir, \"/h/c\"}. {otp, \"/h/o\"}.\n");
    Files.writeString(
        tree.resolve("enit.config"), "{release_dir, \"/f/r\"}. {config_dir, \"/f/c\"}.\n");
    Settings options =
        new Settings(Optional.of(Path.of("/o/r")), Optional.empty(), Optional.empty(), List.of());
    Map<String, String> environment =
        Map.of("ENIT_RELEASE_DIR", "/e/r", "ENIT_LIB_DIR", "/e/l:/e/m");
    Settings settings = SettingsSources.of(options, environment, host).at(inner);
    assertEquals(
        new Settings(
            Optional.of(Path.of("/o/r")),
            Optional.of(Path.of("/f/c")),
            Optional.of(Path.of("/h/o")),
            List.of(Path.of("/e/l"), Path.of("/e/m"))),
        settings);
  }

  @Test
  void theEnvironmentGoesBeforeFiles() throws IOException {
    Files.writeString(tree.resolve("enit.config"), "{otp, \"/f/o\"}. {lib_dirs, [\"/f/l\"]}.\n");
    Settings settings =
        SettingsSources.of(Settings.NONE, Map.of("ENIT_OTP", "/e/o"), ABSENT).at(inner);
    assertEquals(Optional.of(Path.of("/e/o")), settings.otp());
    assertEquals(List.of(Path.of("/f/l")), settings.libDirs());
  }

  @Test
  void theNearestFileCountsAlone() throws IOException {
    Files.writeString(tree.resolve("enit.config"), "{release_dir, \"/far\"}. {otp, \"/far/o\"}.\n");
    Files.writeString(tree.resolve("inner/enit.config"), "{release_dir, \"/near\"}.\n");
    Settings settings = SettingsSources.of(Settings.NONE, Map.of(), ABSENT).at(inner);
    assertEquals(Optional.of(Path.of("/near")), settings.releaseDir());
    assertEquals(Optional.empty(), settings.otp());
    assertEquals(
        Optional.of(Path.of("/far/o")),
        SettingsSources.of(Settings.NONE, Map.of(), ABSENT).at(tree).otp());
  }

  @Test
  void pathsInAFileCountFromTheFile() throws IOException {
    Files.writeString(
        tree.resolve("enit.config"),
        "{release_dir, \"var/lib/enit\"}. {config_dir, \"../etc\"}. {lib_dirs, [\"lib\", \"/abs\"]}.\n");
    Settings settings = SettingsSources.of(Settings.NONE, Map.of(), ABSENT).at(inner);
    assertEquals(Optional.of(tree.resolve("var/lib/enit")), settings.releaseDir());
    assertEquals(Optional.of(temp.resolve("etc")), settings.configDir());
    assertEquals(List.of(tree.resolve("lib"), Path.of("/abs")), settings.libDirs());
  }

  @Test
  void anEmptyVariableSaysNothing() {
    Settings settings =
        SettingsSources.of(Settings.NONE, Map.of("ENIT_OTP", "", "ENIT_LIB_DIR", ":/l:"), ABSENT)
            .at(inner);
    assertEquals(Optional.empty(), settings.otp());
    assertEquals(List.of(Path.of("/l")), settings.libDirs());
  }

  @Test
  void aBrokenFormLeavesTheOthers() throws IOException {
    Files.writeString(
        tree.resolve("enit.config"),
        "{otp, 17}. {release_dir \"/x\"}. {config_dir, \"/c\"}. nonsense.\n");
    Settings settings = SettingsSources.of(Settings.NONE, Map.of(), ABSENT).at(tree);
    assertEquals(Optional.empty(), settings.otp());
    assertEquals(Optional.of(Path.of("/c")), settings.configDir());
  }
}
