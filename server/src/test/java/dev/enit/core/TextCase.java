package dev.enit.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A test as a text file: named inputs, each below a line {@code == NAME}, and the expected output
 * below a line {@code ==>}. {@code -Denit.golden=update} writes the expected output again, to be
 * read in the diff.
 */
public record TextCase(Path file, Map<String, String> inputs, String expected) {
  private static final Path ROOT = Path.of("src/test/resources");
  public static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));

  /** Returns a test for each file of a folder below {@code src/test/resources}. */
  public static Stream<DynamicTest> tests(String folder, Function<TextCase, String> answer) {
    return all(folder).stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name(), test.file().toUri(), () -> test.compare(answer.apply(test))));
  }

  /** Returns the cases of a folder below {@code src/test/resources}. */
  public static List<TextCase> all(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().map(TextCase::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of the file without its extension. */
  public String name() {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  /** Returns an input; empty where the file has none of that name. */
  public String input(String name) {
    return inputs.getOrDefault(name, "");
  }

  private static TextCase read(Path file) {
    try {
      String text = Files.readString(file);
      int answer = text.indexOf("==>\n");
      Map<String, String> inputs = new LinkedHashMap<>();
      for (String part : text.substring(0, answer).split("(?m)^== ", -1)) {
        int line = part.indexOf('\n');
        if (line > 0) {
          inputs.put(part.substring(0, line), part.substring(line + 1));
        }
      }
      return new TextCase(file, inputs, text.substring(answer + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(String answer) {
    if (UPDATE) {
      write(answer);
    } else {
      assertEquals(expected, answer);
    }
  }

  private void write(String answer) {
    try {
      String text = Files.readString(file);
      Files.writeString(file, text.substring(0, text.indexOf("==>\n") + 4) + answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines as an answer. */
  public static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
