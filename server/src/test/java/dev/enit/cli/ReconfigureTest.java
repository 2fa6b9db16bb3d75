package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tests {@code enit reconfigure} on a real node. */
final class ReconfigureTest extends CoopTest {
  @Test
  void everyApplicationIsToldItsChangeAndNothingElse() throws Exception {
    coop.configure(
        """
        {hen, [{eggs, 2}, {feathers, white}]}.
        {mouse, [{size, 2}]}.
        {barn, [{size, 2}]}.
        """);
    printed(
        """
        reconfigure: config changes applied
          hen: notified, ok
          mouse: set, not notified: it has no config_change/3
          barn: set, not notified: it is a library
        """,
        "reconfigure",
        "coop");
    printed("reconfigure: config unchanged\n", "reconfigure", "coop");
    assertEquals("[{hen,{[{eggs,2}],[{feathers,white}],[]}}]", coop.heard());
    assertEquals("2", coop.value("mouse", "size"));
    assertEquals("2", coop.value("barn", "size"));
  }

  @Test
  void whatIsGoneFromTheDiskIsTakenBack() throws Exception {
    coop.adopt("{hen, [{eggs, 2}, {feathers, white}]}. {barn, [{size, 2}]}.");
    coop.configure("");
    printed(
        """
        reconfigure: config changes applied
          hen: notified, ok
          barn: set, not notified: it is a library
        """,
        "reconfigure",
        "coop");
    assertTrue(coop.heard().endsWith(",{hen,{[{eggs,1}],[],[feathers]}}]"), coop.heard());
    assertEquals("1", coop.value("barn", "size"));
    printed("reconfigure: config unchanged\n", "reconfigure", "coop");
  }

  @Test
  void oneAndOnePointZeroAreNotTheSame() throws Exception {
    coop.adopt("{hen, [{eggs, 2}]}.");
    coop.configure("{hen, [{eggs, 2.0}]}.");
    assertEquals(0, reconfigure().status());
    assertEquals("2.0", coop.value("hen", "eggs"));
  }

  @Test
  void whatOthersSetAtRunTimeIsLeftAlone() throws Exception {
    coop.adopt("{hen, [{eggs, 2}]}.");
    coop.set("hen", "eggs", "7");
    coop.set("hen", "moult", "soon");
    coop.configure("{hen, [{eggs, 2}, {feathers, white}]}.");
    printed(
        """
        reconfigure: config changes applied
          hen: notified, ok
        changed at run time and left alone: hen eggs (--force resets it)
        """,
        "reconfigure",
        "coop");
    assertEquals("7", coop.value("hen", "eggs"));
    printed(
        """
        reconfigure: config changes applied
          hen: notified, ok
        """,
        "reconfigure",
        "--force",
        "coop");
    assertEquals("2", coop.value("hen", "eggs"));
    assertEquals("soon", coop.value("hen", "moult"));
  }

  @Test
  void aValueThatOthersSetIsOverwrittenWhereTheDiskSaysSomethingNew() throws Exception {
    coop.adopt("{hen, [{eggs, 2}]}.");
    coop.set("hen", "eggs", "7");
    coop.configure("{hen, [{eggs, 3}]}.");
    assertEquals(0, reconfigure().status());
    assertEquals("3", coop.value("hen", "eggs"));
  }

  @Test
  void nothingHappensInADryRun() throws Exception {
    coop.configure("{hen, [{eggs, 2}]}.");
    Outcome outcome = reconfigure("--dry-run");
    assertTrue(
        outcome.stdout().endsWith("\nreconfigure: nothing was changed (--dry-run)\n"),
        outcome.stdout());
    assertTrue(outcome.stdout().contains("  ~ eggs = 2  etc/enit/coop/user.config:1\n"));
    assertEquals(0, outcome.status());
    assertEquals("1", coop.value("hen", "eggs"));
    assertEquals("[]", coop.heard());
  }

  @Test
  void parametersOfTheKernelTakeEffect() throws Exception {
    coop.configure("{kernel, [{logger_level, error}, {net_ticktime, 77}]}.");
    assertEquals(0, reconfigure().status());
    assertTrue(coop.call("logger", "get_primary_config").contains("level => error"));
    assertEquals("{ongoing_change_to,77}", coop.call("net_kernel", "get_net_ticktime"));
  }

  @Test
  void aParameterThatCannotTakeEffectIsTakenBack() throws Exception {
    coop.configure("{kernel, [{logger_level, loud}]}. {hen, [{eggs, 2}]}.");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    assertTrue(
        outcome.stderr().startsWith("enit: `logger_level` of `kernel` cannot take effect"),
        outcome.stderr());
    assertEquals("notice", coop.value("kernel", "logger_level"));
    assertEquals("1", coop.value("hen", "eggs"));
  }

  @Test
  void whatIsReadAtTheStartWaitsForOne() throws Exception {
    coop.adopt("{kernel, [{start_disk_log, true}]}.");
    String waits =
        """
        reconfigure: config unchanged
        waits for a restart of the node: kernel start_disk_log
        """;
    printed(waits, "reconfigure", "coop");
    coop.configure("");
    printed(
        """
        reconfigure: config changes applied
          kernel: notified, ok
        """,
        "reconfigure",
        "coop");
  }

  /** It is remembered as applied, so that it differs once only. */
  @Test
  void aSectionOfAnApplicationThatIsNotLoadedHasNoEffect() throws Exception {
    coop.configure("{sasl, [{utc_log, true}]}.");
    printed(
        """
        reconfigure: config unchanged
        without effect, since nothing loads the application: sasl utc_log
        """,
        "reconfigure",
        "coop");
    printed("reconfigure: config unchanged\n", "reconfigure", "coop");
    assertEquals("undefined", coop.value("sasl", "utc_log"));
  }

  @Test
  void manyKeysAreOneChange() throws Exception {
    StringBuilder sections = new StringBuilder();
    for (String app : new String[] {"hen", "cock", "mouse", "barn"}) {
      sections.append("{").append(app).append(", [");
      for (int i = 0; i < 250; i++) {
        sections.append("{key_").append(i).append(", {value, ").append(i).append("}}, ");
      }
      sections.append("{last, true}]}.\n");
    }
    coop.configure(sections.toString());
    assertEquals(0, reconfigure().status());
    assertEquals("{value,249}", coop.value("barn", "key_249"));
    printed("reconfigure: config unchanged\n", "reconfigure", "coop");
  }
}
