package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.workspace.WorkspaceHost;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the place of the cursor, in whole and in broken forms: its kind and the text that it
 * covers.
 */
class CursorPlacesTest {
  private static final Path RELEASE = Path.of("/nowhere/web/release.enit");
  private static final Path CONFIG = Path.of("/nowhere/web/a.config");

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\u0000',
      value = {
        "<|>{kernel, [{a, 1}]}. → Nothing ''",
        "{<|>kernel, [{a, 1}]}. → SectionName 'kernel'",
        "{kernel<|>, [{a, 1}]}. → SectionName 'kernel'",
        "{kernel, <|>[{a, 1}]}. → Nothing ''",
        "{kernel, [{<|>a, 1}]}. → SettingKey 'a'",
        "{kernel, [{a, 1<|>}]}. → SettingValue '1'",
        "{kernel, [{a, [x, {y<|>, z}]}]}. → SettingValue '[x, {y, z}]'",
        "{kernel, [{a, 1, 2<|>}]}. → Nothing ''",
        "{kernel, [{\"a\", 1<|>}]}. → Nothing ''",
        "{kernel, [{a, 1}<|>]}. → Nothing ''",
        "{kernel, [{a, 1}]}.<|> → Nothing ''",
        "{node, [{co<|>okie, a}]}. → SettingKey 'cookie'",
        "{<|>extension, x, [{applications, [a]}]}. → Nothing ''",
        "{extension, 'x y'<|>, [{applications, [a]}]}. → ExtensionName ''x y''",
        "{extension, x, [{appl<|>ications, [a]}]}. → PropertyName 'applications'",
        "{extension, x, [{applications, [a, bc<|>]}]}. → ApplicationName 'bc'",
        "{extension, x, [{applications, [\"a<|>\"]}]}. → Nothing ''",
        "{extension, [{a<|>, 1}]}. → SettingKey 'a'",
        "{kernel, [net_tick<|> → SettingKey 'net_tick'",
        "{kernel, [{net_tick<|> → SettingKey 'net_tick'",
        "{kernel, [{a, 1} {b<|>, 2}]}. → SettingKey 'b'",
        "{kernel, [{a, 1<|>, {b, 2}]}. → SettingValue '1'",
        "{ker<|>nel → SectionName 'kernel'",
        "ker<|>nel → Slot 'kernel'",
        "{kernel, se<|>}. → Slot 'se'",
        "{extension, x, pr<|>}. → Slot 'pr'",
        "{extension, x, [{applications, ap<|>}]}. → PropertyValue 'ap'",
        "{extension, x, [ap<|>]}. → PropertyName 'ap'",
        "[{kernel<|>, [{a, 1}]}]. → Nothing ''",
        "<|> → Nothing ''"
      })
  void inAConfigFile(String marked, String expected) {
    assertEquals(expected, place(CONFIG, marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\u0000',
      value = {
        "{rel<|>ease, web, [{vsn, \"1\"}]}. → Nothing ''",
        "{rel<|> → Slot 'rel'",
        "rel<|> → Slot 'rel'",
        "{release, web<|>, [{vsn, \"1\"}]}. → ReleaseName 'web'",
        "{release, web, pr<|>}. → Slot 'pr'",
        "{release, web, [vs<|>]}. → PropertyName 'vs'",
        "{release, \"web<|>\", [{vsn, \"1\"}]}. → Nothing ''",
        "{release, web, [{v<|>sn, \"1\"}]}. → PropertyName 'vsn'",
        "{release, web, [{vsn, \"1<|>\"}]}. → PropertyValue '\"1\"'",
        "{release, web, [{applications, [kernel, <|>stdlib]}]}. → ApplicationName 'stdlib'",
        "{release, web, [{applications, [kernel std<|>lib]}]}. → ApplicationName 'stdlib'",
        "{release, web, [{applications, [kernel, stdl<|> → ApplicationName 'stdl'",
        "{kernel<|>, [{a, 1}]}. → Slot 'kernel'"
      })
  void inASpecification(String marked, String expected) {
    assertEquals(expected, place(RELEASE, marked));
  }

  private static String place(Path path, String marked) {
    int offset = marked.indexOf("<|>");
    String text = marked.replace("<|>", "");
    WorkspaceHost host = HoverFixturesTest.host();
    CursorPlace place = CursorPlaces.at(host.open(path, 1, text), path, offset);
    return place.getClass().getSimpleName() + " '" + place.span().in(text) + "'";
  }
}
