package dev.enit.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.host.LocalAccounts.AccountFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFileTest {
  @TempDir Path folder;

  @Test
  void namesStandBeforeTheFirstColon() throws IOException {
    Path file = folder.resolve("passwd");
    Files.writeString(
        file,
        """
        root:x:0:0:root:/root:/bin/bash
        # a comment: no account
        +@admins::::::
        relex:x:105:110::/var/lib/relex:/usr/sbin/nologin
        :x:1:1::/:

        """);
    assertEquals(List.of("root", "relex"), new AccountFile(file).names());
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("group"), "root:x:0:\n");
    AccountFile groups = new AccountFile(file);
    assertEquals(List.of("root"), groups.names());
    Files.writeString(file, "root:x:0:\nrelex:x:110:\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertEquals(List.of("root", "relex"), groups.names());
  }

  @Test
  void aFileThatIsAbsentHasNoNames() {
    assertEquals(List.of(), new AccountFile(folder.resolve("none")).names());
  }
}
