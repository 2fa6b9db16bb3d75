package dev.enit.core.otp;

import dev.enit.core.otp.OtpIndex.InstalledApp;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The list of the applications on the code path, in its order: {@code kernel} and {@code stdlib} of
 * OTP, then the folders of {@code ERL_LIBS}, then OTP's own. Of several versions in one folder only
 * the highest is on the path, and a folder's directories stand on it from Z to A; of several {@code
 * .app} files the first one on the path counts. (As {@code code_server} has it; a test compares
 * with {@code code:where_is_file/1}.)
 */
final class OtpScanner {
  private static final List<String> BOOTED = List.of("kernel", "stdlib");

  private final Map<String, List<InstalledApp>> found = new LinkedHashMap<>();
  // The first of each name that is on the path.
  private final Map<String, InstalledApp> taken = new LinkedHashMap<>();

  /** Applications by name, the one that the code path takes first, then copies that it hides. */
  static Map<String, List<InstalledApp>> scan(List<Path> libDirs, Path otpLib) {
    OtpScanner scanner = new OtpScanner();
    scanner.folder(otpLib, BOOTED::contains);
    libDirs.forEach(folder -> scanner.folder(folder, OtpScanner::isFree));
    scanner.folder(otpLib, OtpScanner::isFree);
    return scanner.takenFirst();
  }

  private Map<String, List<InstalledApp>> takenFirst() {
    Map<String, List<InstalledApp>> apps = new LinkedHashMap<>();
    taken.forEach(
        (name, first) -> {
          List<InstalledApp> copies = new ArrayList<>(found.getOrDefault(name, List.of()));
          copies.remove(first);
          copies.addFirst(first);
          apps.put(name, copies);
        });
    return apps;
  }

  /**
   * Returns whether no directory of the boot script hides this one: it hides all whose names are
   * the same up to the first dash.
   */
  private static boolean isFree(String name) {
    int dash = name.indexOf('-');
    return !BOOTED.contains(dash < 0 ? name : name.substring(0, dash));
  }

  private void folder(Path folder, Predicate<String> wanted) {
    TreeMap<String, List<Split>> byName = new TreeMap<>(Comparator.reverseOrder());
    for (Path entry : list(folder, "*")) {
      Split split = Split.of(entry.getFileName().toString());
      if (wanted.test(split.name())) {
        byName.computeIfAbsent(split.name(), _ -> new ArrayList<>(1)).add(split);
      }
    }
    for (List<Split> versions : byName.values()) {
      versions.sort(Split.ORDER.reversed());
      for (Split version : versions) {
        boolean onPath = version.equals(versions.getFirst());
        apps(folder, version).forEach(app -> add(app, onPath));
      }
    }
  }

  private void add(InstalledApp app, boolean onPath) {
    found.computeIfAbsent(app.name(), _ -> new ArrayList<>(1)).add(app);
    if (onPath) {
      taken.putIfAbsent(app.name(), app);
    }
  }

  private static List<InstalledApp> apps(Path folder, Split directory) {
    List<InstalledApp> apps = new ArrayList<>(1);
    for (Path app : list(folder.resolve(directory.directory()).resolve("ebin"), "*.app")) {
      String file = app.getFileName().toString();
      String name = file.substring(0, file.length() - ".app".length());
      apps.add(new InstalledApp(name, directory.version(), app));
    }
    return apps;
  }

  static List<Path> list(Path folder, String glob) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(entries::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // A folder that is absent or closed to us has no applications for us either.
      return List.of();
    }
    return entries;
  }

  /**
   * The name of an application's directory, as {@code code_server} splits and orders it.
   *
   * @param version empty where the name has none
   */
  private record Split(String directory, String name, String version) {
    /** Older first: the numbers of a version compare as numbers; no version is the version 0. */
    static final Comparator<Split> ORDER =
        Comparator.comparing(Split::numbers, Arrays::compare).thenComparing(Split::directory);

    /** What follows the last dash is a version where it consists of numbers and dots. */
    static Split of(String directory) {
      List<String> parts = tokens(directory, "-");
      if (parts.size() > 1 && tokens(parts.getLast(), "\\.").stream().allMatch(Split::isNumber)) {
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

    private int[] numbers() {
      return version.isEmpty()
          ? new int[] {0}
          : tokens(version, "\\.").stream().mapToInt(Integer::parseInt).toArray();
    }
  }
}
