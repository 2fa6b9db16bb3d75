package dev.enit.core.node;

import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.posix.Descriptors;
import dev.enit.core.posix.Exec;
import dev.enit.core.posix.PosixException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes this process an emulator that prints traces, in the words of OTP's {@code dbg}. It is no
 * node: it has no name and opens no port.
 */
public final class TracePrinter {
  private final Path erl;

  private TracePrinter(Path erl) {
    this.erl = erl;
  }

  /**
   * With an OTP.
   *
   * @throws LaunchRefused where there is none
   */
  public static TracePrinter of(OtpIndex otp) throws LaunchRefused {
    OtpInstall install = otp.install().orElseThrow(() -> LaunchRefused.of("no-otp-here"));
    Path erl = install.root().resolve("bin").resolve("erl");
    if (!Files.isExecutable(erl)) {
      throw LaunchRefused.of("no-erl", erl);
    }
    return new TracePrinter(erl);
  }

  /** Prints what a trace port sends, until it is closed. */
  public void port(String host, int port) throws LaunchRefused {
    become("ip", host, Integer.toString(port));
  }

  /** Prints what stands in a trace file. */
  public void file(Path file) throws LaunchRefused {
    become("file", file.toString());
  }

  /** Prints what stands in a trace file, and what comes to stand in it. */
  public void follow(Path file) throws LaunchRefused {
    become("follow", file.toString());
  }

  private void become(String... arguments) throws LaunchRefused {
    try {
      Exec emulator = Exec.of(words(arguments), environment());
      Descriptors.closeOnExec(List.of());
      emulator.replace();
    } catch (PosixException e) {
      throw LaunchRefused.of("erl-failed", erl, e.function(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw LaunchRefused.of("erl-failed", erl, "exec", String.valueOf(e.getMessage()));
    }
  }

  private List<String> words(String... arguments) {
    List<String> words = new ArrayList<>(List.of(erl.toString(), "-boot", "no_dot_erlang"));
    // An interrupt ends it at once, where an emulator else asks what was meant.
    words.addAll(List.of("-noinput", "+Bd", "+pc", "unicode"));
    words.addAll(List.of("-pa", ErlangSide.folder().toString()));
    words.addAll(List.of("-run", "enit_trace_client", "main", "-extra"));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Nothing that would give it a name, and no dump of it where its reader goes away. */
  private static Map<String, String> environment() {
    Map<String, String> changed = new LinkedHashMap<>();
    for (String flags : List.of("ERL_AFLAGS", "ERL_FLAGS", "ERL_ZFLAGS")) {
      changed.put(flags, "");
    }
    changed.put("ERL_CRASH_DUMP_SECONDS", "0");
    return changed;
  }
}
