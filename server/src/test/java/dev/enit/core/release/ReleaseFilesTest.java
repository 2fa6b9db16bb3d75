package dev.enit.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.TextCase;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.Source;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.source.Sources;
import dev.enit.grammar.parse.TermParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests which release a file belongs to, as tables: the files that exist, and those that are asked
 * for.
 */
class ReleaseFilesTest {
  @TestFactory
  Stream<DynamicTest> releaseOf() {
    return TextCase.tests("core/release-of", ReleaseFilesTest::answer);
  }

  @Test
  void layersAreSortedByCodePointAndHiddenFilesAreNone() {
    Tree tree =
        Tree.of(
            "/r/shop/b.config /r/shop/B.config /r/shop/10.config /r/shop/2.config /r/shop/ä.config"
                + " /r/shop/.#b.config /r/shop/b.config~ /r/shop/b.conf /r/shop/release.enit");
    assertEquals(
        "[10.config, 2.config, B.config, b.config, ä.config]",
        ReleaseFiles.configFiles(Path.of("/r/shop"), tree).stream()
            .map(Path::getFileName)
            .toList()
            .toString());
  }

  @Test
  void aFolderWithoutASpecificationIsNoRelease() {
    Tree tree = Tree.of("/r/shop/release.enit /r/other/x.config /r/cart/release.enit /r/file");
    Roots roots = new Roots(Path.of("/r"), Optional.empty());
    assertEquals(
        List.of("cart", "shop"),
        ReleaseFiles.releases(roots, tree).stream().map(ReleaseKey::name).toList());
  }

  private static String answer(TextCase test) {
    Tree tree = Tree.of(test.input("files"));
    Settings settings =
        new Settings(
            path(test, "release_dir"), path(test, "config_dir"), Optional.empty(), List.of());
    return test.input("asked")
        .lines()
        .map(
            file ->
                file
                    + " -> "
                    + ReleaseFiles.releaseOf(Path.of(file), settings, tree)
                        .map(ReleaseFilesTest::words)
                        .orElse("none"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Optional<Path> path(TextCase test, String name) {
    return Optional.of(test.input(name).strip()).filter(text -> !text.isEmpty()).map(Path::of);
  }

  private static String words(ReleaseKey key) {
    return key.name()
        + " of "
        + key.roots().releaseDir()
        + key.roots().configDir().map(directory -> " and " + directory).orElse("");
  }

  /** Empty files, without a disk. */
  private record Tree(Set<Path> paths) implements Sources {
    static Tree of(String files) {
      return new Tree(
          Arrays.stream(files.strip().split("\\s+"))
              .map(Path::of)
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public Optional<Source> source(Path path) {
      return paths.contains(path)
          ? Optional.of(SourceFile.open(path, TermParser.parse(""), 1))
          : Optional.empty();
    }

    @Override
    public List<Path> files(Path folder) {
      return paths.stream().filter(path -> folder.equals(path.getParent())).toList();
    }

    @Override
    public List<Path> folders(Path folder) {
      return paths.stream()
          .map(Path::getParent)
          .filter(Objects::nonNull)
          .filter(path -> folder.equals(path.getParent()))
          .distinct()
          .toList();
    }

    @Override
    public Optional<UnreadableFile> closed(Path folder) {
      return Optional.empty();
    }
  }
}
