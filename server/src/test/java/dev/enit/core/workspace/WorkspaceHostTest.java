package dev.enit.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.host.Accounts;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that open texts take precedence over the disk, and that a snapshot never changes. */
class WorkspaceHostTest {
  private static final Accounts NO_ACCOUNTS =
      new Accounts() {
        @Override
        public Optional<Boolean> hasUser(String name) {
          return Optional.of(false);
        }

        @Override
        public Optional<Boolean> hasGroup(String name) {
          return Optional.of(false);
        }

        @Override
        public List<String> users() {
          return List.of();
        }

        @Override
        public List<String> groups() {
          return List.of();
        }
      };

  @TempDir Path temp;
  private Path defaults;
  private Path user;
  private ReleaseKey shop;
  private WorkspaceHost host;

  @BeforeEach
  void tree() throws IOException {
    Roots roots = new Roots(temp.resolve("var/lib/enit"), Optional.of(temp.resolve("etc/enit")));
    shop = new ReleaseKey(roots, "shop");
    defaults = shop.folder().resolve("defaults.config");
    user = temp.resolve("etc/enit/shop/user.config");
    write(shop.specification(), "{release, shop, [{vsn, \"1.0\"}, {applications, [sasl]}]}.\n");
    write(defaults, "{sasl, [{utc_log, 1}]}.\n");
    host =
        new WorkspaceHost(
            new Settings(
                Optional.of(roots.releaseDir()),
                roots.configDir(),
                Optional.of(temp.resolve("no-otp")),
                List.of()),
            Map.of(),
            new HostFacts("host", NO_ACCOUNTS));
  }

  @Test
  void anOpenTextGoesBeforeTheDisk() {
    assertEquals("1", value(host.snapshot()));
    assertEquals("2", value(host.open(defaults, 1, "{sasl, [{utc_log, 2}]}.\n")));
    assertEquals("1", value(host.close(defaults)));
  }

  @Test
  void aLayerThatWasNeverSavedIsALayer() {
    Workspace before = host.snapshot();
    assertEquals("1", value(before));
    assertEquals("3", value(host.open(user, 1, "{sasl, [{utc_log, 3}]}.\n")));
    assertEquals(List.of(shop.specification(), defaults, user), host.snapshot().filesOf(shop));
    assertEquals(List.of(shop.specification(), defaults), before.filesOf(shop));
  }

  @Test
  void earlierSnapshotsStayAsTheyWere() {
    Workspace disk = host.snapshot();
    Workspace opened = host.open(user, 1, "{sasl, [{utc_log, 3}]}.\n");
    Workspace changed = host.change(user, 2, List.of(edit(18, 19, "4")));
    Workspace closed = host.close(user);
    assertEquals(
        List.of("1", "3", "4", "1"),
        List.of(value(disk), value(opened), value(changed), value(closed)));
    assertEquals("{sasl, [{utc_log, 4}]}.\n", changed.file(user).orElseThrow().text());
    assertEquals(2, changed.file(user).orElseThrow().version().orElseThrow());
  }

  @Test
  void whatWasReadStaysUntilAChangeIsTold() throws IOException {
    assertEquals("1", value(host.snapshot()));
    write(defaults, "{sasl, [{utc_log, 5}]}.\n");
    Workspace untold = host.open(user, 1, "");
    assertEquals("1", value(untold));
    assertEquals("5", value(host.filesChanged(List.of(defaults))));
    assertEquals("1", value(untold));
  }

  @Test
  void aNewFileIsSeenWhenItIsTold() throws IOException {
    assertEquals("1", value(host.snapshot()));
    write(user, "{sasl, [{utc_log, 6}]}.\n");
    assertEquals("1", value(host.snapshot()));
    assertEquals("6", value(host.filesChanged(List.of(user))));
    Files.delete(user);
    assertEquals("1", value(host.reload()));
  }

  @Test
  void severalEditsCountFromTheTextThatTheOneBeforeLeft() {
    host.open(user, 1, "");
    Workspace after =
        host.change(
            user,
            2,
            List.of(edit(0, 0, "{sasl, []}.\n"), edit(8, 8, "{utc_log, 7}"), edit(18, 19, "8")));
    assertEquals("8", value(after));
    assertEquals("{sasl, [{utc_log, 8}]}.\n", after.file(user).orElseThrow().text());
  }

  @Test
  void anEditBeyondTheTextCountsAtItsEnd() {
    host.open(user, 1, "{sasl, [{utc_log, 1}]}");
    assertEquals("1", value(host.change(user, 2, List.of(edit(1000, 2000, ".\n")))));
    assertTrue(host.snapshot().file(user).orElseThrow().isIntact());
  }

  @Test
  void aChangeOfOneReleaseLeavesTheOthersAsTheyAre() throws IOException {
    ReleaseKey cart = new ReleaseKey(shop.roots(), "cart");
    write(cart.specification(), "{release, cart, [{vsn, \"1.0\"}, {applications, []}]}.\n");
    host.open(user, 1, "");
    Release before = host.snapshot().release(cart);
    Release shopBefore = host.snapshot().release(shop);
    Workspace after = host.change(user, 2, List.of(edit(0, 0, "{sasl, []}.")));
    assertSame(before, after.release(cart));
    assertNotSame(shopBefore, after.release(shop));
  }

  @Test
  void aFormThatAnEditDoesNotTouchKeepsItsTree() {
    Workspace before = host.open(user, 1, "{sasl, [{utc_log, 1}]}.\n{kernel, []}.\n");
    Workspace after = host.change(user, 2, List.of(edit(18, 19, "12345")));
    assertSame(
        before.file(user).orElseThrow().terms().forms().get(1).tree(),
        after.file(user).orElseThrow().terms().forms().get(1).tree());
    assertFalse(value(after).equals(value(before)));
  }

  @Test
  void settingsMayChangeWhileRunning() {
    assertEquals("1", value(host.snapshot()));
    Settings elsewhere =
        new Settings(
            Optional.of(temp.resolve("elsewhere")), Optional.empty(), Optional.empty(), List.of());
    assertEquals(Optional.of(shop), host.snapshot().releaseOf(defaults));
    host.configure(elsewhere);
    assertEquals(
        Optional.of(temp.resolve("elsewhere")), host.snapshot().settings(temp).releaseDir());
  }

  private String value(Workspace workspace) {
    return TermPrinter.print(
        workspace.release(shop).config().value("sasl", "utc_log").orElseThrow().value());
  }

  private static TextChange edit(int start, int end, String text) {
    return new TextChange(new Span(start, end), text);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
