package dev.enit.lsp;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.lsp.convert.VirtualUri;
import dev.enit.lsp.session.ClientSetting;
import dev.enit.lsp.session.ReleaseListRefresher;
import dev.enit.lsp.session.VirtualDocument;
import dev.enit.lsp.session.VirtualDocumentRefresher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that the extension of VS Code names settings, commands, requests and documents as the
 * server declares them: its manifest and the lists in its {@code protocol.ts}.
 */
class ClientManifestTest {
  private static final Path CLIENT = Path.of("../vscode-client");

  /** The settings of the client itself, which the server never requests. */
  private static final Set<String> OF_THE_CLIENT = Set.of("enit.server.path", "enit.trace.server");

  private final JsonObject manifest =
      JsonParser.parseString(read("package.json")).getAsJsonObject();
  private final JsonObject contributes = manifest.getAsJsonObject("contributes");
  private final String protocol = read("src/protocol.ts");

  private static String read(String file) {
    try {
      return Files.readString(CLIENT.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, JsonObject> settings() {
    Map<String, JsonObject> settings = new TreeMap<>();
    for (JsonElement group : contributes.getAsJsonArray("configuration")) {
      group
          .getAsJsonObject()
          .getAsJsonObject("properties")
          .asMap()
          .forEach((name, setting) -> settings.put(name, setting.getAsJsonObject()));
    }
    return settings;
  }

  private static String name(ClientSetting setting) {
    return ClientSetting.SECTION + "." + setting.key();
  }

  /**
   * Returns the strings of a constant of the client's that is an object, such as {@code COMMANDS}.
   */
  private Set<String> listed(String constant) {
    MatchResult list =
        Pattern.compile("const " + constant + " = \\{(.*?)\\}", Pattern.DOTALL)
            .matcher(protocol)
            .results()
            .findFirst()
            .orElseThrow();
    return Pattern.compile("'([^']+)'")
        .matcher(list.group(1))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void offersEverySettingAndNoOther() {
    Set<String> expected = new TreeSet<>(OF_THE_CLIENT);
    Arrays.stream(ClientSetting.values())
        .filter(setting -> setting != ClientSetting.TRUSTED)
        .map(ClientManifestTest::name)
        .forEach(expected::add);
    assertEquals(expected, settings().keySet());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRUSTED")
  void knowsTheTypeAndTheDefaultOf(ClientSetting setting) {
    JsonObject offered = requireNonNull(settings().get(name(setting)), name(setting));
    String type = offered.get("type").getAsString();
    JsonElement standard = offered.get("default");
    switch (setting.type()) {
      case PATH -> {
        assertEquals("string", type);
        assertEquals(new JsonPrimitive(""), standard);
      }
      case PATHS -> {
        assertEquals("array", type);
        assertTrue(standard.getAsJsonArray().isEmpty());
      }
      case ON, OFF -> {
        assertEquals("boolean", type);
        assertEquals(
            new JsonPrimitive(setting.type() == ClientSetting.Type.ON), standard, setting.key());
      }
    }
    assertFalse(offered.get("markdownDescription").getAsString().isBlank());
  }

  /** Trust is not a setting: a file that could set it could grant itself trust. */
  @Test
  void tellsTrustItself() {
    assertTrue(read("src/server/client.ts").contains(ClientSetting.TRUSTED.key() + ": "));
  }

  @Test
  void knowsEveryCommandAndNoOther() {
    assertEquals(new TreeSet<>(Commands.names()), listed("COMMANDS"));
  }

  @Test
  void offersEveryCommandOfTheServer() {
    Set<String> offered =
        contributes.getAsJsonArray("commands").asList().stream()
            .map(command -> command.getAsJsonObject().get("command").getAsString())
            .collect(Collectors.toSet());
    assertTrue(offered.containsAll(Commands.names()), () -> offered.toString());
  }

  @Test
  void knowsEveryMethodOfOurOwn() {
    Set<String> expected =
        Methods.ALL.types().keySet().stream()
            .filter(name -> name.startsWith(ClientSetting.SECTION + "/"))
            .collect(Collectors.toCollection(TreeSet::new));
    expected.add(ReleaseListRefresher.CHANGED);
    expected.add(VirtualDocumentRefresher.OWN_REFRESH);
    assertEquals(expected, listed("METHODS"));
  }

  @Test
  void knowsEveryDocumentAndNoOther() {
    Set<String> expected =
        Arrays.stream(VirtualDocument.values())
            .map(VirtualDocument::fileName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, listed("DOCUMENTS"));
    assertTrue(protocol.contains("const SCHEME = '" + VirtualUri.SCHEME + "';"));
  }

  /** The extension and the program have the same version. */
  @Test
  void hasTheVersionOfTheServer() throws IOException {
    String version =
        Stream.of(Files.readString(Path.of("../pom.xml")).split("<version>", 3))
            .skip(1)
            .findFirst()
            .map(rest -> rest.substring(0, rest.indexOf('<')))
            .orElseThrow();
    assertEquals(version, manifest.get("version").getAsString());
  }
}
