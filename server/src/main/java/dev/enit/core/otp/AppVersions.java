package dev.enit.core.otp;

import java.util.Arrays;
import java.util.Comparator;

/** Directory names of applications as {@code code_server} splits and orders them. */
final class AppVersions {
  /** A directory name in two; the version is empty where the name has none. */
  record Split(String name, String version) {}

  /** Older first: the numbers of a version compare as numbers, and no version is older than any. */
  static final Comparator<String> ORDER =
      Comparator.comparing(AppVersions::numbers, Arrays::compare);

  private AppVersions() {}

  static Split split(String directory) {
    int dash = directory.lastIndexOf('-');
    if (dash > 0 && directory.substring(dash + 1).matches("\\d{1,9}(\\.\\d{1,9})*")) {
      return new Split(directory.substring(0, dash), directory.substring(dash + 1));
    }
    return new Split(directory, "");
  }

  private static int[] numbers(String version) {
    return version.isEmpty()
        ? new int[0]
        : Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
