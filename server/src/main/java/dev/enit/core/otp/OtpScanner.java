package dev.enit.core.otp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the applications on the code path, in its order: {@code kernel} and {@code stdlib} of OTP,
 * then the folders of {@code ERL_LIBS}, then OTP's own. Of several versions in one folder the
 * highest counts; of several folders the first one that has the {@code .app} file. (Seen on OTP 25:
 * {@code code:get_path/0}, {@code code:where_is_file/1}.)
 */
final class OtpScanner {
  private static final List<String> BOOTED = List.of("kernel", "stdlib");

  private final Map<String, List<InstalledApp>> found = new LinkedHashMap<>();

  /** Applications by name, the one that the code path takes first. */
  static Map<String, List<InstalledApp>> scan(List<Path> libDirs, Path otpLib) {
    OtpScanner scanner = new OtpScanner();
    scanner.folder(otpLib, BOOTED::contains);
    libDirs.forEach(folder -> scanner.folder(folder, _ -> true));
    scanner.folder(otpLib, name -> !BOOTED.contains(name));
    return scanner.found;
  }

  private void folder(Path folder, java.util.function.Predicate<String> wanted) {
    Map<String, List<Path>> byName = new HashMap<>();
    for (Path entry : list(folder, "*")) {
      String name = AppVersions.split(entry.getFileName().toString()).name();
      if (wanted.test(name)) {
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
      }
    }
    List<Path> older = new ArrayList<>();
    for (List<Path> versions : byName.values()) {
      versions.sort(Comparator.comparing(OtpScanner::version, AppVersions.ORDER).reversed());
      ebin(versions.getFirst());
      older.addAll(versions.subList(1, versions.size()));
    }
    older.forEach(this::ebin);
  }

  private void ebin(Path directory) {
    for (Path app : list(directory.resolve("ebin"), "*.app")) {
      String file = app.getFileName().toString();
      String name = file.substring(0, file.length() - ".app".length());
      found
          .computeIfAbsent(name, _ -> new ArrayList<>(1))
          .add(new InstalledApp(name, version(directory), app));
    }
  }

  private static String version(Path directory) {
    return AppVersions.split(directory.getFileName().toString()).version();
  }

  private static List<Path> list(Path folder, String glob) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(entries::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // A folder that is absent or closed to us has no applications for us either.
      return List.of();
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }
}
