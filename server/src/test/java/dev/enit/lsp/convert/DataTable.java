package dev.enit.lsp.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a file of data; those that start with {@code #} are for the reader. */
final class DataTable {
  private DataTable() {}

  static List<String> lines(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(DataTable.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
