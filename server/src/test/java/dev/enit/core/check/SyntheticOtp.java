package dev.enit.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small OTP for fixtures, so that their diagnostics do not depend on what a machine has. */
public final class SyntheticOtp {
  static final Path BUILT = Path.of("target/synthetic-otp").toAbsolutePath();
  private static final Path LIBRARY = Path.of("src/test/resources/otp/lib");

  private SyntheticOtp() {}

  /**
   * Returns the root of an installation with the applications of {@code otp/lib}.
   *
   * @param release such as 27, or {@code unknown}
   */
  public static Path root(String release) throws IOException {
    Path root = BUILT.resolve(release);
    if (!Files.exists(root)) {
      Files.createDirectories(root.resolve("releases"));
      if (!release.equals("unknown")) {
        Path version = root.resolve("releases").resolve(release).resolve("OTP_VERSION");
        Files.createDirectories(version.getParent());
        Files.writeString(version, release + ".0\n");
      }
      Files.createSymbolicLink(root.resolve("lib"), LIBRARY.toAbsolutePath());
    }
    return root;
  }
}
