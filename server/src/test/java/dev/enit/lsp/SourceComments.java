package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first sentences of comments in the sources of the server, for a page. */
final class SourceComments {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String COMMENT = "/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*(?:@\\w+\\s*)*";

  private SourceComments() {}

  /** Returns the sentence of a class. */
  static String of(Class<?> type) {
    return after(
        type, "public (?:final )?(?:class|record|enum|interface) " + type.getSimpleName() + "\\b");
  }

  /** Returns the sentence of a constant of an enum. */
  static String of(Enum<?> constant) {
    return after(constant.getDeclaringClass(), constant.name() + "\\(");
  }

  /** Returns the sentence of a method. */
  static String of(Class<?> type, String method) {
    return after(type, "[^;{}]*\\b" + method + "\\(");
  }

  static String text(Class<?> type) {
    try {
      return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the texts of all sources below a folder. */
  static List<String> all(String folder) {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String after(Class<?> type, String code) {
    Matcher found = Pattern.compile(COMMENT + code).matcher(text(type));
    return found.find() ? sentence(found.group(1)) : fail(type + " has no comment before " + code);
  }

  /** Returns the first sentence, without markup of Javadoc. */
  private static String sentence(String comment) {
    String line =
        comment
            .replaceAll("\\n\\s*\\*", " ")
            .replaceAll("\\s+", " ")
            .replaceAll("\\{@code ([^}]*)}", "`$1`")
            .replaceAll("\\{@link #?([^} ]*)}", "`$1`")
            .replaceAll("\\{@value [^}]*}", "")
            .strip();
    return line.split("(?<=\\.) | @param|<p>", 2)[0].strip();
  }
}
