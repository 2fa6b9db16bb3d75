package dev.enit.erlang;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The result of one EUnit test.
 *
 * @param words why it failed or was skipped, and what it wrote
 */
record EunitResult(Status status, String module, String name, String words) {

  enum Status {
    PASSED,
    SKIPPED,
    FAILED
  }

  /** From a line of {@code eunit_results}. */
  static EunitResult of(String line) {
    String[] fields = line.split("\t", -1);
    return new EunitResult(
        Status.valueOf(fields[0].toUpperCase(java.util.Locale.ROOT)),
        fields[1],
        fields[2],
        new String(Base64.getDecoder().decode(fields[3]), StandardCharsets.UTF_8));
  }
}
