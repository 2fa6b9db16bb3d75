package dev.enit.core.otp;

import dev.enit.core.host.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The search for the OTP installation without starting an emulator: the one that was named, else
 * the one whose {@code erl} is first on the PATH, else one of the usual places.
 */
public final class OtpLocator {
  private static final Pattern ROOTDIR = Pattern.compile("(?m)^\\s*ROOTDIR=\"?([^\"$\\s]+)\"?");
  private static final List<Path> USUAL =
      List.of(Path.of("/usr/lib/erlang"), Path.of("/usr/local/lib/erlang"), Path.of("/opt/erlang"));

  private OtpLocator() {}

  /**
   * The installation, or nothing where the place that was named, or every other place, has none.
   */
  public static Optional<OtpInstall> locate(Optional<Path> named, String searchPath) {
    return candidates(named, searchPath).stream()
        .filter(OtpLocator::isRoot)
        .findFirst()
        .map(OtpLocator::install);
  }

  /** Where an installation is looked for, best first. */
  public static List<Path> candidates(Optional<Path> named, String searchPath) {
    if (named.isPresent()) {
      // People name the root, or the prefix it stands under.
      return List.of(named.get(), named.get().resolve("lib/erlang"));
    }
    List<Path> roots = new ArrayList<>();
    for (String folder : searchPath.split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "erl"))) {
        roots.addAll(rootsOf(Path.of(folder, "erl")));
      }
    }
    roots.addAll(USUAL);
    return roots;
  }

  private static List<Path> rootsOf(Path erl) {
    List<Path> roots = new ArrayList<>();
    try {
      Path real = erl.toRealPath();
      Path bin = real.getParent();
      if (bin != null && bin.getParent() != null) {
        roots.add(bin.getParent());
      }
      Matcher rootdir = ROOTDIR.matcher(script(real));
      while (rootdir.find()) {
        roots.add(Path.of(rootdir.group(1)));
      }
    } catch (IOException e) {
      // An erl that cannot be read leads nowhere; the next candidate may.
    }
    return roots;
  }

  /** Returns the text of a short file of an installation; bytes that are no UTF-8 are replaced. */
  static String script(Path file) throws IOException {
    return new String(RegularFile.read(file, RegularFile.MAX_SCRIPT), StandardCharsets.UTF_8);
  }

  private static boolean isRoot(Path path) {
    return Files.isDirectory(path.resolve("lib")) && Files.isDirectory(path.resolve("releases"));
  }

  private static OtpInstall install(Path root) {
    int release = release(root.resolve("releases"));
    return new OtpInstall(root, release, version(root, release));
  }

  private static int release(Path releases) {
    try (Stream<Path> entries = Files.list(releases)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("\\d{2,3}"))
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String version(Path root, int release) {
    try {
      return script(root.resolve("releases/" + release + "/OTP_VERSION")).strip();
    } catch (IOException e) {
      return Integer.toString(release);
    }
  }
}
