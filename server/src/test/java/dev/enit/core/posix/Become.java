package dev.enit.core.posix;

import dev.enit.core.posix.NameService.UserEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A program that executes another one in its process: {@code Become USER|- SCRIPT} ends as {@code
 * /bin/sh -c SCRIPT}, with one file in memory at the descriptor that the variable KEPT names.
 */
final class Become {
  private Become() {}

  public static void main(String[] args) throws IOException {
    int kept =
        Descriptors.inMemory("test", "in memory".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Exec shell =
        Exec.of(
            List.of("/bin/sh", "-c", args[1]),
            Map.of("KEPT", Integer.toString(kept), "REPLACED", "new"));
    Descriptors.closeOnExec(List.of(kept));
    Exec.startSession();
    Exec.changeDirectory(java.nio.file.Path.of("/"));
    if (!args[0].equals("-")) {
      UserEntry user = NameService.user(args[0]).orElseThrow();
      ProcessIdentity.become(user, user.gid());
    }
    shell.replace();
  }
}
