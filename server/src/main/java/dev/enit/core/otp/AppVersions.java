package dev.enit.core.otp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directory names of applications as {@code code_server} splits and orders them. */
final class AppVersions {
  /** A directory name in two; the version is empty where the name has none. */
  record Split(String directory, String name, String version) {}

  /** Older first: the numbers of a version compare as numbers; no version is the version 0. */
  static final Comparator<Split> ORDER =
      Comparator.<Split, int[]>comparing(split -> numbers(split.version()), Arrays::compare)
          .thenComparing(Split::directory);

  private AppVersions() {}

  /** What follows the last dash is a version where it consists of numbers and dots. */
  static Split split(String directory) {
    List<String> parts = tokens(directory, "-");
    if (parts.size() > 1
        && tokens(parts.getLast(), "\\.").stream().allMatch(AppVersions::isNumber)) {
      String name = String.join("-", parts.subList(0, parts.size() - 1));
      return new Split(directory, name, parts.getLast());
    }
    return new Split(directory, directory, "");
  }

  private static List<String> tokens(String text, String separator) {
    return Stream.of(text.split(separator, -1)).filter(token -> !token.isEmpty()).toList();
  }

  private static boolean isNumber(String text) {
    return text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int[] numbers(String version) {
    return version.isEmpty()
        ? new int[] {0}
        : tokens(version, "\\.").stream().mapToInt(Integer::parseInt).toArray();
  }
}
