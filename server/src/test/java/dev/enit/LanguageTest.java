package dev.enit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests that comments, user text and documentation avoid vague words: they name the client, the
 * caller, the user, the process or the snapshot that they mean.
 */
final class LanguageTest {
  private static final Path ROOT = Path.of("..");

  /** Directories of generated or foreign files. */
  private static final Set<String> EXCLUDED = Set.of("target", "node_modules", "out", ".git");

  private static final Set<String> EXTENSIONS =
      Set.of("java", "erl", "hrl", "g4", "lua", "ts", "mjs", "md", "properties", "terms");

  /** Further files, by name: the texts of the VS Code extension, and the help of the Vim plugin. */
  private static final Set<String> NAMES = Set.of("package.json", "enit.txt");

  /** White space, or a line end and the start of the next comment line. */
  private static final String GAP = "(?:[ \\t]+|[ \\t]*\\R[ \\t]*(?:\\*|//|#|%+|--+)?[ \\t]*)";

  /** Character classes keep this pattern from matching its own source. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(?:some[b]ody|who[e]ver|no[b]ody|(?-i:what|What)_c[ao]mes?_of|the_w[o]rld(?![-\\w])"
                  .replace("_", GAP)
              + "|a_p[e]rson)\\b".replace("_", GAP),
          Pattern.CASE_INSENSITIVE);

  /** The account of that name: in quotes, before a separator, as a variable or in a path. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "\\\\?([\"'`])[n]obody\\\\?\\1|\\{@code nobody}|\\b(?:[n]obody)[:@]|/(?:[n]obody)\\b"
              + "|\\b[n]obody(?:\\.\\w+)?\\(|=[n]obody\\b|\\bUserEntry [n]obody\\b");

  @Test
  void noTextHasAVagueWord() throws IOException {
    List<Path> files = files();
    assertTrue(files.size() > 1000, () -> files.size() + " files below " + ROOT.toAbsolutePath());
    List<String> hits = new ArrayList<>();
    for (Path file : files) {
      addHits(ROOT.relativize(file).toString(), read(file), hits);
    }
    assertEquals("", String.join("\n", hits), () -> hits.size() + " vague words");
  }

  @Test
  void theAccountIsNoVagueWord() {
    List<String> hits = new ArrayList<>();
    String account =
        "{run_as_user, \"nobody\"}, `nobody`, nobody:65534, nobody.uid(), no" + "body\n";
    addHits("file", account + "what\n * came of it", hits);
    assertEquals(List.of("file:1: no" + "body", "file:2: what came" + " of"), hits);
  }

  /** Adds {@code FILE:LINE: WORDS} for each forbidden word of a text. */
  private static void addHits(String file, String text, List<String> hits) {
    Matcher found = FORBIDDEN.matcher(text);
    int line = 1;
    int counted = 0;
    while (found.find()) {
      if (isAccount(text, found.start(), found.end())) {
        continue;
      }
      for (; counted < found.start(); counted++) {
        line += text.charAt(counted) == '\n' ? 1 : 0;
      }
      String words = found.group().replaceAll("\\W+", " ").toLowerCase(Locale.ROOT);
      hits.add(file + ":" + line + ": " + words);
    }
  }

  private static boolean isAccount(String text, int start, int end) {
    int lineEnd = text.indexOf('\n', end);
    Matcher account =
        ACCOUNT
            .matcher(text)
            .region(text.lastIndexOf('\n', start) + 1, lineEnd < 0 ? text.length() : lineEnd);
    while (account.find()) {
      if (account.start() <= start && account.end() >= end) {
        return true;
      }
    }
    return false;
  }

  /** Returns the text of a file, and of a changelog only the part about the next version. */
  private static String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (!file.endsWith("CHANGELOG.md")) {
      return text;
    }
    int next = text.indexOf("\n## ");
    int past = next < 0 ? -1 : text.indexOf("\n## ", next + 1);
    return past < 0 ? text : text.substring(0, past);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return EXCLUDED.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            String extension = name.substring(name.lastIndexOf('.') + 1);
            if (attributes.isRegularFile()
                && (EXTENSIONS.contains(extension) || NAMES.contains(name))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
