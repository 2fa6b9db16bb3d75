package dev.enit.core.ide;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enit.core.host.Accounts;
import dev.enit.core.ide.HoverProvider.Hover;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with a tree of files; {@code <|>} marks the cursor in one of them, and {@code
 * expected.md} holds what the hover says there. What is installed is the same for all of them.
 */
record HoverFixture(Path folder) {
  private static final Path ALL = Path.of("src/test/resources/hover").toAbsolutePath();
  private static final String CURSOR = "<|>";

  static List<HoverFixture> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders
          .filter(folder -> Files.isDirectory(folder) && !isInstalled(folder))
          .sorted()
          .map(HoverFixture::new)
          .toList();
    }
  }

  private static boolean isInstalled(Path folder) {
    return folder.endsWith("otp") || folder.endsWith("lib");
  }

  String name() {
    return folder.getFileName().toString();
  }

  Path expectation() {
    return folder.resolve("expected.md");
  }

  /** Returns what the hover says, with the place of the fixtures left out of all paths. */
  String actual() throws IOException {
    Path marked = marked();
    String text = Files.readString(marked);
    WorkspaceHost host = host();
    host.open(marked, 1, text.replace(CURSOR, ""));
    Optional<Hover> hover = HoverProvider.at(host.snapshot(), marked, text.indexOf(CURSOR));
    return hover
        .map(found -> "over: " + over(found, text) + "\n\n" + normalised(found.markdown()))
        .orElse("nothing")
        .concat("\n");
  }

  static WorkspaceHost host() {
    return new WorkspaceHost(Settings.NONE, Map.of(), new HostFacts("here", new NoAccounts()));
  }

  private static String over(Hover hover, String text) {
    return hover.span().in(text.replace(CURSOR, "")).lines().findFirst().orElse("");
  }

  private static String normalised(String markdown) {
    return markdown.replace(ALL.toString(), "/…");
  }

  private Path marked() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(HoverFixture::hasCursor).findFirst().orElseThrow();
    }
  }

  private static boolean hasCursor(Path file) {
    try {
      return Files.isRegularFile(file)
          && !file.endsWith("expected.md")
          && new String(Files.readAllBytes(file), UTF_8).contains(CURSOR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A host without known users. */
  private record NoAccounts() implements Accounts {
    @Override
    public Optional<Boolean> hasUser(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Boolean> hasGroup(String name) {
      return Optional.empty();
    }

    @Override
    public List<String> users() {
      return List.of();
    }

    @Override
    public List<String> groups() {
      return List.of();
    }
  }
}
