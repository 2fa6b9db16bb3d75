package dev.enit.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a text case, written below a folder. {@code <|>} marks the cursor in one of them.
 * What is installed is that of {@code src/test/resources/installed}, and what is in {@code lib} of
 * the case.
 *
 * @param texts as they are, by path
 * @param marked the file with the cursor
 * @param cursor offset in it
 */
public record CaseTree(Path root, Map<Path, String> texts, Optional<Path> marked, int cursor) {
  public static final Path INSTALLED = Path.of("src/test/resources/installed").toAbsolutePath();
  private static final String CURSOR = "<|>";

  public static CaseTree of(TextCase test, Path root) {
    Map<Path, String> texts = new LinkedHashMap<>();
    Optional<Path> marked = Optional.empty();
    int cursor = 0;
    List<String> options = test.input("options").lines().toList();
    for (Map.Entry<String, String> input : test.inputs().entrySet()) {
      if (input.getKey().matches("[^ ]+\\.[a-z]+")) {
        Path path = root.resolve(input.getKey());
        String text = options.contains("crlf") ? crlf(input.getValue()) : input.getValue();
        if (text.contains(CURSOR)) {
          marked = Optional.of(path);
          cursor = text.indexOf(CURSOR);
        }
        texts.put(path, text.replace(CURSOR, ""));
      }
    }
    CaseTree tree = new CaseTree(root, texts, marked, cursor);
    tree.write(options.contains("latin1") ? ISO_8859_1 : UTF_8);
    return tree;
  }

  private static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  private void write(Charset charset) {
    try {
      Files.createDirectories(root);
      boolean hasLib =
          texts.keySet().stream().anyMatch(path -> path.startsWith(root.resolve("lib")));
      Files.writeString(
          root.resolve("enit.config"),
          "{otp, \"%1$s/otp\"}.\n{lib_dirs, [%2$s\"%1$s/lib\"]}.\n"
              .formatted(INSTALLED, hasLib ? "\"lib\", " : ""));
      for (Map.Entry<Path, String> file : texts.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue(), charset);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text of the case, or of what is installed. */
  public String text(Path path) {
    String own = texts.get(path);
    try {
      return own != null ? own : Files.isDirectory(path) ? "" : Files.readString(path);
    } catch (IOException e) {
      return "";
    }
  }

  /** Returns a path below the root; of what is installed with an ellipsis. */
  public String shown(String uri) {
    return uri.replace("file://" + INSTALLED, "…")
        .replace("file://" + root + "/", "")
        .replace("file://" + root, ".")
        .replace("file://", "")
        .replace(root.toString(), "$ROOT");
  }
}
