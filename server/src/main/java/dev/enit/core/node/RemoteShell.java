package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.posix.Descriptors;
import dev.enit.core.posix.Exec;
import dev.enit.core.posix.PosixException;
import dev.enit.core.release.Release;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes this process an emulator that is a shell of a running node. It listens on no port; the
 * cookie reaches it in a file in memory.
 *
 * @param address where the node was found
 */
public record RemoteShell(OtpInstall otp, NodeName node, Cookie cookie, InetSocketAddress address) {

  /**
   * The OTP that a release runs with, which its shell takes as well.
   *
   * @throws LaunchRefused where there is none
   */
  public static OtpInstall otp(Release release) throws LaunchRefused {
    return release.otp().install().orElseThrow(() -> LaunchRefused.of("no-otp-here"));
  }

  /**
   * Becomes the shell, on the terminal of this process.
   *
   * @throws LaunchRefused where no emulator can be started
   */
  public void become() throws LaunchRefused {
    Path erl = otp.root().resolve("bin").resolve("erl");
    try {
      int secret =
          Descriptors.inMemory("enit-cookie", cookie.reveal().getBytes(StandardCharsets.UTF_8));
      Exec emulator = Exec.of(words(erl, secret), Map.of());
      Descriptors.closeOnExec(List.of(secret));
      emulator.replace();
    } catch (PosixException e) {
      throw LaunchRefused.of("erl-failed", erl, e.function(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw LaunchRefused.of("erl-failed", erl, "exec", String.valueOf(e.getMessage()));
    }
  }

  private List<String> words(Path erl, int secret) {
    List<String> words = new ArrayList<>(List.of(erl.toString(), "-boot", "no_dot_erlang"));
    words.addAll(List.of("-sname", "undefined", "-dist_listen", "false", "-hidden"));
    if (address.getAddress() instanceof Inet6Address) {
      words.addAll(List.of("-proto_dist", "inet6_tcp"));
    }
    // Without one, an emulator makes a file with a cookie in the home of its user.
    words.addAll(List.of("-setcookie", EmulatorCommand.throwAway()));
    words.addAll(List.of("-pa", ErlangSide.folder().toString()));
    words.addAll(List.of("-epmd_module", "enit_remsh", "-user", "enit_remsh"));
    words.addAll(List.of("-enit_cookie", Integer.toString(secret)));
    words.addAll(List.of("-enit_address", address.getAddress().getHostAddress()));
    words.add(Integer.toString(address.getPort()));
    words.addAll(List.of("-remsh", node.full()));
    return words;
  }
}
