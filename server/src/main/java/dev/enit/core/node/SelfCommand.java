package dev.enit.core.node;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts this program once more: with the same Java, options and class path,
 * whether by the launcher of the distribution or in another way.
 */
public final class SelfCommand {
  /** The name of the class that the command line starts with; processes are recognised by it. */
  public static final String MAIN_CLASS = "dev.enit.cli.Main";

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private SelfCommand() {}

  /** Returns the command for a command line of enit. */
  public static List<String> of(List<String> arguments) {
    List<String> command = new ArrayList<>(options());
    command.add(MAIN_CLASS);
    command.addAll(arguments);
    return command;
  }

  private static List<String> options() {
    List<String> words = words();
    int at = words.indexOf(MAIN_CLASS);
    return at > 0 ? withJava(words.subList(1, at)) : plain();
  }

  /** Where another program, such as a test, has loaded this one. */
  private static List<String> plain() {
    List<String> options = new ArrayList<>();
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-XX:+UseSerialGC");
    options.add("-XX:TieredStopAtLevel=1");
    options.add("-Denit.erlang=" + ErlangSide.folder());
    options.add("-cp");
    options.add(System.getProperty("java.class.path"));
    return withJava(options);
  }

  private static List<String> withJava(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    return command;
  }

  private static List<String> words() {
    try {
      Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
      return List.of(new String(Files.readAllBytes(COMMAND_LINE), names).split("\0"));
    } catch (IOException e) {
      return List.of();
    }
  }
}
