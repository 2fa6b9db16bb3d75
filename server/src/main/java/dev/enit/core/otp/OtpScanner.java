package dev.enit.core.otp;

import dev.enit.core.otp.AppVersions.Split;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

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
      Split split = AppVersions.split(entry.getFileName().toString());
      if (wanted.test(split.name())) {
        byName.computeIfAbsent(split.name(), _ -> new ArrayList<>(1)).add(split);
      }
    }
    for (List<Split> versions : byName.values()) {
      versions.sort(AppVersions.ORDER.reversed());
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
}
