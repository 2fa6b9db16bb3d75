package dev.enit.core.check.node;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of the distribution for a short node name. (Read in {@code net_kernel:create_name/3} of
 * OTP 25 and tried: {@code valid_name_head/1}, {@code validate_hostname/1}; a name is an atom and
 * so at most 255 characters long.)
 *
 * @param name the part before the {@code @}
 * @param host the part after it; empty if there is none
 */
record NodeNameRules(String name, Optional<String> host) {
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]+");
  private static final Pattern HOST = Pattern.compile("[!-ÿ&&[^@]]+");
  private static final int LONGEST_ATOM = 255;

  static NodeNameRules of(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new NodeNameRules(text, Optional.empty())
        : new NodeNameRules(text.substring(0, at), Optional.of(text.substring(at + 1)));
  }

  /**
   * Returns the variant of the message that says why the name is invalid, or empty if it is valid.
   */
  Optional<String> flaw() {
    if (name.isEmpty()) {
      return Optional.of("empty");
    }
    if (!NAME.matcher(name).matches()) {
      return Optional.of("characters");
    }
    if (name.startsWith("-")) {
      return Optional.of("dash");
    }
    if (host.isPresent() && !HOST.matcher(host.get()).matches()) {
      return Optional.of(host.get().isEmpty() ? "nohost" : "host");
    }
    return length() > LONGEST_ATOM ? Optional.of("length") : Optional.empty();
  }

  /** Returns whether it is valid as a long name only. */
  boolean isLong() {
    return flaw().isEmpty() && host.filter(part -> part.indexOf('.') >= 0).isPresent();
  }

  private int length() {
    return name.length() + host.map(part -> part.length() + 1).orElse(0);
  }
}
