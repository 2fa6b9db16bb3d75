package dev.enit.core.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A program that replaces this one in the same process. */
public final class Exec {
  private static final int R_OK = 4;
  private static final int X_OK = 1;
  private static final int SIG_SETMASK = 2;
  // Longer than sigset_t on every system.
  private static final int SIGSET_BYTES = 128;

  private final List<byte[]> command;
  private final List<byte[]> environment;

  private Exec(List<byte[]> command, List<byte[]> environment) {
    this.command = command;
    this.environment = environment;
  }

  /** Starts a session: the process leaves its terminal and its process group. */
  public static void startSession() throws PosixException {
    CFunction.of("setsid", 0).call();
  }

  /** Changes the working directory for a program that is executed: Java keeps its own. */
  public static void changeDirectory(Path directory) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      CFunction.of("chdir", 1).call(CFunction.text(arena, bytes(directory.toString())).address());
    }
  }

  /**
   * Returns whether this process, as its present user, may list and search the working directory.
   */
  public static boolean mayUseDirectory() {
    try (Arena arena = Arena.ofConfined()) {
      return CFunction.of("access", 2).call(arena.allocateFrom(".").address(), R_OK | X_OK) == 0;
    } catch (PosixException e) {
      return false;
    }
  }

  /**
   * Returns a program with the environment of this process, except for some variables.
   *
   * @param command the program, and its arguments
   * @param changed variables with their values
   */
  public static Exec of(List<String> command, Map<String, String> changed) throws IOException {
    return of(command, _ -> true, changed);
  }

  /**
   * Returns a program with a part of the environment of this process, kept byte by byte. It is read
   * now, since a process that has become another user cannot read it.
   *
   * @param command the program, and its arguments
   * @param kept whether a variable of this process is passed on, by its name
   * @param changed variables with their values
   */
  public static Exec of(List<String> command, Predicate<String> kept, Map<String, String> changed)
      throws IOException {
    return new Exec(command.stream().map(Exec::bytes).toList(), environment(kept, changed));
  }

  /**
   * Executes the program, with no signal blocked. Does not return if it succeeds.
   *
   * @throws PosixException if the program cannot be started
   */
  public void replace() throws PosixException {
    CFunction execve = CFunction.of("execve", 3);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = CFunction.text(arena, command.getFirst());
      MemorySegment argv = CFunction.pointers(arena, command);
      MemorySegment envp = CFunction.pointers(arena, environment);
      // A thread of a JVM blocks the signals that the JVM uses.
      long none = arena.allocate(SIGSET_BYTES).address();
      CFunction.of("pthread_sigmask", 3).call(SIG_SETMASK, none, 0);
      execve.call(program.address(), argv.address(), envp.address());
    }
  }

  private static List<byte[]> environment(Predicate<String> kept, Map<String, String> changed)
      throws IOException {
    List<byte[]> variables = new ArrayList<>();
    byte[] all = Files.readAllBytes(Path.of("/proc/self/environ"));
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == 0) {
        byte[] variable = Arrays.copyOfRange(all, start, i);
        String name = name(variable);
        if (kept.test(name) && !changed.containsKey(name)) {
          variables.add(variable);
        }
        start = i + 1;
      }
    }
    changed.forEach((name, value) -> variables.add(bytes(name + "=" + value)));
    return variables;
  }

  private static String name(byte[] variable) {
    String text = new String(variable, java.nio.charset.StandardCharsets.ISO_8859_1);
    int end = text.indexOf('=');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Returns a text encoded as Java encodes file names. */
  private static byte[] bytes(String text) {
    return text.getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
  }
}
