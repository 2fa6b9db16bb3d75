package dev.enit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file to work on: digits go in and out after a number in the middle of it, and the hover asks
 * for the key of that number.
 */
record Document(Path root, Path file, String language, String text, int line, int key, int digit) {
  private static final Pattern NUMBER = Pattern.compile("\\w+\"?[,:] \\d+(?=},?$|,?$)");

  /** Returns a file on the disk; its middle is found by its lines. */
  static Document of(Path root, Path file, String language) throws IOException {
    String text = Files.readString(file);
    String[] lines = text.split("\n", -1);
    for (int line = lines.length / 2; line < lines.length; line++) {
      Matcher number = NUMBER.matcher(lines[line]);
      if (number.find()) {
        return new Document(root, file, language, text, line, number.start() + 1, number.end());
      }
    }
    throw new IllegalStateException("no number in " + file);
  }

  String uri() {
    return file.toUri().toString();
  }
}
