package dev.enit.core.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.posix.NameService.GroupEntry;
import dev.enit.core.posix.NameService.UserEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the real C library: every host has root, none has the other name. */
class NameServiceTest {
  private static final String UNKNOWN = "no-such-name-91c5";

  @Test
  void knowsUsers() {
    assertEquals(Optional.of(true), NameService.USERS.has("root"));
    assertEquals(Optional.of(false), NameService.USERS.has(UNKNOWN));
  }

  @Test
  void knowsGroups() {
    assertEquals(Optional.of(true), NameService.GROUPS.has("root"));
    assertEquals(Optional.of(false), NameService.GROUPS.has(UNKNOWN));
  }

  @Test
  void aNameWithANullByteIsUnknown() {
    assertEquals(Optional.of(false), NameService.USERS.has("root\0"));
  }

  @Test
  void knowsWhatAUserIs() {
    assertEquals(
        Optional.of(new UserEntry("root", 0, 0, "/root", "/bin/bash")), NameService.user("root"));
    assertEquals(Optional.empty(), NameService.user(UNKNOWN));
  }

  @Test
  void knowsTheNumberOfAGroup() {
    assertEquals(Optional.of(new GroupEntry("root", 0)), NameService.group("root"));
    assertEquals(Optional.empty(), NameService.group(UNKNOWN));
  }
}
