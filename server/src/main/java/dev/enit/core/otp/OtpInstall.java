package dev.enit.core.otp;

import java.nio.file.Path;

/**
 * An OTP installation.
 *
 * @param root what {@code code:root_dir/0} says
 * @param release the major release, such as 27; 0 where the installation does not say
 * @param version the full version, such as {@code 27.3.4}, or the release where nothing more is
 *     said
 */
public record OtpInstall(Path root, int release, String version) {
  /** The folder of OTP's own applications. */
  public Path libDir() {
    return root.resolve("lib");
  }
}
