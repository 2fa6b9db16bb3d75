package dev.enit.core.node;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How this very program is started once more: with the same Java, options and class path, whether
 * by the launcher of the distribution or in another way.
 */
public final class SelfCommand {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private SelfCommand() {}

  /**
   * The command for other arguments.
   *
   * @param main the class that the program starts with
   */
  public static List<String> of(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(options(main));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  private static List<String> options(Class<?> main) {
    List<String> words = words();
    int at = words.indexOf(main.getName());
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
