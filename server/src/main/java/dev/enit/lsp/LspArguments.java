package dev.enit.lsp;

import dev.enit.core.text.Messages;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The command line arguments of {@code enit lsp}.
 *
 * @param port the port that the client listens on; empty for the standard streams
 * @param clientProcessId the process with which the server ends
 */
record LspArguments(OptionalInt port, OptionalLong clientProcessId) {

  /**
   * Reads the arguments, each value after its option or joined to it with {@code =}.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static LspArguments parse(String[] args) {
    OptionalInt port = OptionalInt.empty();
    OptionalLong process = OptionalLong.empty();
    for (int i = 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      String name = equals < 0 ? args[i] : args[i].substring(0, equals);
      switch (name) {
        case "--stdio" -> port = OptionalInt.empty();
        case "--socket", "--clientProcessId" -> {
          boolean isSocket = name.equals("--socket");
          String value =
              equals >= 0 ? args[i].substring(equals + 1) : ++i < args.length ? args[i] : "";
          long number = number(name, value, isSocket ? 65535 : Long.MAX_VALUE);
          if (isSocket) {
            port = OptionalInt.of((int) number);
          } else {
            process = OptionalLong.of(number);
          }
        }
        default -> throw new IllegalArgumentException(Messages.text("lsp.unknown-option", name));
      }
    }
    return new LspArguments(port, process);
  }

  private static long number(String option, String value, long most) {
    try {
      long number = Long.parseLong(value);
      if (number > 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is too large.
    }
    throw new IllegalArgumentException(Messages.text("lsp.no-number", option, value));
  }
}
