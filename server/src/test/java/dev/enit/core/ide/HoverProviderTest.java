package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.ide.HoverProvider.Hover;
import dev.enit.core.otp.BeamBytes;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.term.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the hover while files change: unsaved texts, compiled modules, texts that come and go. */
class HoverProviderTest {
  private static final String DEFAULTS = "{shop, [{basket_timeout, 6000}]}.\n";
  private static final String USER = "{shop, [{basket_timeout, 7000}]}.\n";
  private final WorkspaceHost host = HoverFixturesTest.host();
  @TempDir Path root;
  private Path defaults = Path.of("");
  private Path user = Path.of("");

  @BeforeEach
  void tree() throws IOException {
    defaults = root.resolve("var/lib/enit/web/defaults.config");
    user = root.resolve("etc/enit/web/user.config");
    write(root.resolve("enit.config"), "{otp, \"otp\"}.\n{lib_dirs, [\"lib\"]}.\n");
    write(root.resolve("otp/releases/27/OTP_VERSION"), "27.3\n");
    write(root.resolve("otp/lib/README"), "");
    write(
        root.resolve("lib/shop-1.0/ebin/shop.app"),
        "{application, shop, [{vsn, \"1.0\"}, {mod, {shop_app, []}}]}.\n");
    write(
        root.resolve("var/lib/enit/web/release.enit"),
        "{release, web, [{vsn, \"1\"}, {applications, [shop]}]}.\n");
    write(defaults, DEFAULTS);
    write(user, USER);
  }

  @Test
  void anUnsavedChangeOfAnotherLayerCounts() {
    assertTrue(hover(defaults, DEFAULTS.indexOf("basket")).contains("is `7000`"));
    host.open(user, 1, USER);
    host.change(user, 2, List.of(edit(USER, "7000", "8000")));
    String hover = hover(defaults, DEFAULTS.indexOf("basket"));
    assertTrue(hover.contains("**`basket_timeout`** of `shop` is `8000`"), hover);
    assertTrue(hover.contains("Without effect here: [user.config:1]"), hover);
    host.close(user);
    assertTrue(hover(defaults, DEFAULTS.indexOf("basket")).contains("is `7000`"));
  }

  @Test
  void anUnsavedNewLayerCounts() {
    Path last = root.resolve("etc/enit/web/zzz.config");
    host.open(last, 1, "\n\n{shop, [{basket_timeout, 1}]}.\n");
    String hover = hover(defaults, DEFAULTS.indexOf("basket"));
    assertTrue(hover.contains("1. **`1`** – [zzz.config:3](file://" + last + "#L3)"), hover);
  }

  @Test
  void anApplicationWithConfigChangeIsNotifiedAtOnce() throws IOException {
    assertEffect("was not found");
    Path module = root.resolve("lib/shop-1.0/ebin/shop_app.beam");
    Files.write(module, BeamBytes.exporting("start/2"));
    host.reload();
    assertEffect("when it is next read**: `shop` has no `config_change/3`");
    Files.write(module, BeamBytes.exporting("start/2", "config_change/3"));
    host.reload();
    assertEffect("**at once** with `enit reconfigure`: it calls `config_change/3` of `shop`");
  }

  private void assertEffect(String words) {
    String hover = hover(user, USER.indexOf("basket"));
    assertTrue(hover.contains(words), hover);
  }

  @Test
  void offsetsOutsideTheTextAndAbsentFilesSayNothing() {
    for (int offset : new int[] {-5, DEFAULTS.length(), 1 << 30}) {
      assertEquals(Optional.empty(), HoverProvider.at(host.snapshot(), defaults, offset));
    }
    assertEquals(
        Optional.empty(), HoverProvider.at(host.snapshot(), root.resolve("none.config"), 3));
  }

  @Test
  void everyOffsetOfEveryPrefixHasAnAnswer() {
    String text = "{node, [{cookie, \"hush\"}, {hidden, true}]}.\n{kernel, [{net_ticktime, 9}]}.\n";
    for (int length = 0; length <= text.length(); length++) {
      host.open(user, length, text.substring(0, length));
      for (int offset = 0; offset <= length; offset++) {
        HoverProvider.at(host.snapshot(), user, offset)
            .ifPresent(hover -> assertFalse(hover.markdown().contains("hush"), hover.markdown()));
      }
    }
  }

  private String hover(Path file, int offset) {
    return HoverProvider.at(host.snapshot(), file, offset).map(Hover::markdown).orElse("");
  }

  private static TextChange edit(String text, String old, String replacement) {
    int start = text.indexOf(old);
    return new TextChange(new Span(start, start + old.length()), replacement);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
