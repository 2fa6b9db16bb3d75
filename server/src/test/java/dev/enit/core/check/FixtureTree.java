package dev.enit.core.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.live.LiveState;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fixture as real files in a separate folder, without its marks, and its diagnostics. */
final class FixtureTree {
  /** The snapshot of the running node of the release, as {@code enit_environment} tells it. */
  static final String NODE = "node.terms";

  /** A user and a group that the host of no test has. */
  private static final int OTHER_ID = 123_456;

  private static final int WRITABLE_BY_OTHERS = 0022;

  private final Fixture fixture;
  private final Properties properties;
  private final Path root;

  /** The diagnostics in a text. */
  record Found(SourceFile source, List<Diagnostic> diagnostics, Path root) {
    List<ExpectedDiagnostic> marks() {
      return diagnostics.stream()
          .map(diagnostic -> ExpectedDiagnostic.of(source.terms().lines(), diagnostic, root))
          .sorted(ExpectedDiagnostic.ORDER)
          .toList();
    }
  }

  /** The diagnostics of a tree: those in texts, by file, and those of places that are no text. */
  record Diagnostics(Map<Path, Found> inTexts, Map<String, Diagnostic> others) {
    List<Diagnostic> diagnostics() {
      return inTexts.values().stream().flatMap(found -> found.diagnostics().stream()).toList();
    }

    List<Diagnostic> everything() {
      return Stream.concat(diagnostics().stream(), others.values().stream()).toList();
    }

    List<ExpectedDiagnostic> marks(Path file) {
      Found found = inTexts.get(file);
      return found == null ? List.of() : found.marks();
    }

    List<String> elsewhere() {
      return List.copyOf(others.keySet());
    }
  }

  FixtureTree(Fixture fixture, Path root) throws IOException {
    this.fixture = fixture;
    this.properties = fixture.properties();
    this.root = root.toRealPath();
    for (Path file : fixture.files()) {
      write(file, fixture.text(file).bytes());
    }
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith("beam.")) {
        // Compiled modules are not kept in the repository.
        write(
            Path.of(key.substring("beam.".length())), properties.getProperty(key).getBytes(UTF_8));
      }
    }
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith("mode.")) {
        Files.setPosixFilePermissions(
            file(key), PosixFilePermissions.fromString(properties.getProperty(key)));
      } else if (key.startsWith("link.")) {
        Files.createDirectories(file(key).getParent());
        Files.createSymbolicLink(file(key), Path.of(properties.getProperty(key)));
      }
    }
  }

  private Path file(String key) {
    return root.resolve(key.substring(key.indexOf('.') + 1));
  }

  /** Writes a file of the tree; readable to its owner's group at most, as a cookie's should be. */
  void write(Path file, byte[] bytes) throws IOException {
    Path at = root.resolve(file);
    Files.createDirectories(at.getParent());
    Files.write(at, bytes);
    if (properties.getProperty("mode." + file) == null) {
      Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rw-r-----"));
    }
  }

  String read(Path file) throws IOException {
    return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
  }

  Path root() {
    return root;
  }

  /** Everything that the checks find in the tree as it is now. */
  Diagnostics diagnostics() throws IOException {
    Workspace workspace = workspace();
    Map<Path, Found> inTexts = new TreeMap<>();
    Map<String, Diagnostic> elsewhere = new TreeMap<>();
    for (Path file : fixture.files()) {
      Path path = root.resolve(file);
      SourceFile source = workspace.file(path).orElseThrow();
      if (isChecked(file)) {
        inTexts.put(
            file,
            new Found(source, dev.enit.core.diagnostics.Diagnostics.of(workspace, path), root));
        workspace
            .releaseOf(path)
            .ifPresent(
                key ->
                    dev.enit.core.diagnostics.Diagnostics.of(workspace, key)
                        .forEach((at, p) -> others(at, p, elsewhere)));
      }
    }
    return new Diagnostics(inTexts, elsewhere);
  }

  private static boolean isChecked(Path file) {
    return file.endsWith("release.enit") || file.toString().endsWith(".config");
  }

  private void others(Path path, List<Diagnostic> found, Map<String, Diagnostic> elsewhere) {
    Path file = root.relativize(path);
    if (!fixture.files().contains(file)) {
      found.forEach(
          diagnostic ->
              elsewhere.put(file + " " + ExpectedDiagnostic.words(diagnostic), diagnostic));
    }
  }

  Workspace workspace() throws IOException {
    Roots roots = new Roots(directory("release_dir", "var/lib/enit"), configDir());
    Path libs = root.resolve("lib");
    Settings settings =
        new Settings(
            Optional.of(roots.releaseDir()),
            roots.configDir(),
            Optional.of(otp()),
            Files.isDirectory(libs) ? List.of(libs) : List.of());
    WorkspaceHost host = new WorkspaceHost(settings, environment(), facts());
    host.learnNodeNames(host.snapshot(), roots);
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith("open.")) {
        host.open(file(key), 1, Files.readString(file(key)));
      }
    }
    Path node = root.resolve(NODE);
    if (Files.exists(node)) {
      LiveState online = FixtureNode.online(Files.readString(node, StandardCharsets.UTF_8));
      ReleaseFiles.releases(roots, host.snapshot().sources())
          .forEach(key -> host.live(key, online));
    }
    return host.snapshot();
  }

  private Map<String, String> environment() {
    String libs = properties.getProperty("erl_libs", "");
    return libs.isEmpty() ? Map.of() : Map.of("ERL_LIBS", root.resolve(libs).toString());
  }

  /** Returns the owner of a file: the user of the test, for those of the checkout their owner. */
  private HostFacts facts() throws IOException {
    String members = properties.getProperty("members", "");
    Accounts accounts =
        FixtureHost.withMembers(members.isEmpty() ? Set.of() : Set.of(members.split(" ")));
    Set<Integer> owners =
        Set.copyOf(
            List.of(
                (Integer) Files.getAttribute(root, "unix:uid"),
                (Integer) Files.getAttribute(Path.of("src"), "unix:uid")));
    return new HostFacts(
        "host", accounts, new WriteAccess(owners, Set.of(), accounts, List.of(), this::stat));
  }

  private WriteAccess.Stat stat(Path path) throws IOException {
    Map<String, Object> facts =
        Files.readAttributes(path, "unix:uid,gid,mode,owner,group", LinkOption.NOFOLLOW_LINKS);
    @Nullable String owner = properties.getProperty("owner." + root.relativize(path));
    @Nullable String group = properties.getProperty("group." + root.relativize(path));
    return new FixtureStat(
        owner == null ? (Integer) facts.getOrDefault("uid", 0) : OTHER_ID,
        group == null ? (Integer) facts.getOrDefault("gid", 0) : OTHER_ID,
        mode(path, (Integer) facts.getOrDefault("mode", 0)),
        owner == null ? String.valueOf(facts.get("owner")) : owner,
        group == null ? String.valueOf(facts.get("group")) : group);
  }

  /** That of the file if the case tells one; nothing depends on the umask of the tests. */
  private int mode(Path path, int mode) {
    return properties.getProperty("mode." + root.relativize(path)) == null
        ? mode & ~WRITABLE_BY_OTHERS
        : mode;
  }

  private record FixtureStat(int uid, int gid, int mode, String owner, String group)
      implements WriteAccess.Stat {}

  private Path directory(String key, String usual) {
    return root.resolve(properties.getProperty(key, usual));
  }

  private Optional<Path> configDir() {
    return Optional.of(directory("config_dir", "etc/enit"));
  }

  /**
   * Returns the OTP that the fixture wants: a release of the synthetic one, the real one, or none.
   */
  private Path otp() throws IOException {
    String wanted = properties.getProperty("otp", "25");
    return switch (wanted) {
      case "none" -> root.resolve("no-otp");
      case "real" ->
          OtpLocator.locate(Optional.empty(), System.getenv("PATH"))
              .map(OtpInstall::root)
              .orElseThrow();
      default -> SyntheticOtp.root(wanted);
    };
  }
}
