package dev.enit.core.otp;

import dev.enit.grammar.term.OtpSyntax;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OTP installation.
 *
 * @param root what {@code code:root_dir/0} says
 * @param release the major release, such as 27; 0 where the installation does not say
 * @param version the full version, such as {@code 27.3.4}, or the release where nothing more is
 *     said
 */
public record OtpInstall(Path root, int release, String version) {
  private static final Pattern BINDIR =
      Pattern.compile("(?m)^\\s*BINDIR=\"?\\$ROOTDIR/erts-([0-9.]+)/bin");

  /** How its {@code file:consult/1} reads terms. */
  public OtpSyntax syntax() {
    return new OtpSyntax(release);
  }

  /** The folder of OTP's own applications. */
  public Path libDir() {
    return root.resolve("lib");
  }

  /**
   * The version of the emulator that {@code bin/erl} runs, read from that script now; empty where
   * the script does not name one.
   */
  public Optional<String> erts() {
    try {
      Matcher bindir = BINDIR.matcher(OtpLocator.script(root.resolve("bin").resolve("erl")));
      return bindir.find() ? Optional.of(bindir.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
