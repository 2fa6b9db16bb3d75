package dev.enit.core.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.core.posix.NameService.UserEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests what the executed program inherits; {@link Become} is the one that executes it. */
final class ExecTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Answers with what the script printed. */
  private static String become(String user, String script)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            JAVA,
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Become.class.getName(),
            user,
            script);
    builder.environment().put("REPLACED", "old");
    builder.environment().put("STAYS", "as it was");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return out.replace(Long.toString(process.pid()), "PID").strip();
  }

  @Test
  void theProcessStaysAndTheFileIsAtItsStart() throws IOException, InterruptedException {
    assertEquals(
        "PID / new as it was in memory",
        become("-", "echo $$ $(pwd) $REPLACED $STAYS \"$(cat <&$KEPT)\""));
  }

  @Test
  void nothingElseIsOpenAndNoSignalIsBlocked() throws IOException, InterruptedException {
    String kept = become("-", "echo $KEPT");
    List<String> lines =
        become("-", "ls /proc/$$/fd; exec grep SigBlk /proc/self/status").lines().toList();
    assertEquals(List.of("0", "1", "2", kept), lines.subList(0, 4));
    assertTrue(lines.contains("SigBlk:\t0000000000000000"), lines.toString());
  }

  @Test
  void theSessionIsItsOwn() throws IOException, InterruptedException {
    assertEquals("PID", become("-", "cut -d' ' -f6 /proc/$$/stat"));
  }

  @Test
  void anotherUserHasItsOwnGroupsOnly() throws IOException, InterruptedException {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    UserEntry nobody = NameService.user("nobody").orElseThrow();
    String status = become("nobody", "grep -E '^(Uid|Gid|Groups):' /proc/$$/status");
    String uid = ("\t" + nobody.uid()).repeat(4);
    String gid = ("\t" + nobody.gid()).repeat(4);
    assertEquals("Uid:" + uid + "\nGid:" + gid + "\nGroups:\t" + nobody.gid(), status);
  }

  @Test
  void aProgramThatIsNotThereIsStated() throws IOException {
    Exec exec = Exec.of(List.of("/no/such/program"), Map.of());
    PosixException error = assertThrows(PosixException.class, exec::replace);
    assertEquals("execve: No such file or directory", error.function() + ": " + error.getMessage());
  }
}
