package dev.enit.core.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line of a node says of its identity. A node that enit did not start says
 * nothing.
 *
 * @param tellsConfigDir whether it says which configuration directory it has, if any
 * @param epmdPort of the name server that it registers with
 */
public record NodeArguments(
    Optional<String> release,
    Optional<DirectoryIdentity> releaseDir,
    boolean tellsConfigDir,
    Optional<DirectoryIdentity> configDir,
    OptionalInt epmdPort) {
  static final String RELEASE = "enit_release";
  static final String RELEASE_DIR = "enit_release_dir";
  static final String CONFIG_DIR = "enit_config_dir";
  static final String EPMD_PORT = "enit_epmd_port";

  /** OTP's own, which goes before its variable. */
  private static final String EPMD_PORT_OF_OTP = "epmd_port";

  /** From flags, without their dash, and the words that follow each. */
  static NodeArguments of(Map<String, List<String>> flags) {
    return new NodeArguments(
        first(flags, RELEASE),
        DirectoryIdentity.of(flags.getOrDefault(RELEASE_DIR, List.of())),
        flags.containsKey(CONFIG_DIR),
        DirectoryIdentity.of(flags.getOrDefault(CONFIG_DIR, List.of())),
        port(first(flags, EPMD_PORT).or(() -> first(flags, EPMD_PORT_OF_OTP))));
  }

  /** The flags of a command line, each where it stands first. */
  static Map<String, List<String>> flags(List<String> words) {
    Map<String, List<String>> flags = new HashMap<>();
    List<String> values = new ArrayList<>();
    for (String word : words) {
      if (word.equals("-extra")) {
        break;
      }
      if (word.startsWith("-") || word.startsWith("+")) {
        values = new ArrayList<>();
        flags.putIfAbsent(word.substring(1), values);
      } else {
        values.add(word);
      }
    }
    return flags;
  }

  /** Returns whether enit started the node. */
  public boolean isOfEnit() {
    return release.isPresent();
  }

  static OptionalInt port(Optional<String> text) {
    return text.filter(port -> port.matches("[1-9]\\d{0,4}"))
        .map(port -> OptionalInt.of(Integer.parseInt(port)))
        .orElse(OptionalInt.empty());
  }

  private static Optional<String> first(Map<String, List<String>> flags, String flag) {
    return flags.getOrDefault(flag, List.of()).stream().findFirst();
  }
}
