package dev.enit.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.handler.ReleaseHandlers;
import dev.enit.lsp.session.ClientSetting;
import dev.enit.lsp.session.VirtualDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of the protocol for the server's README, made from the table of methods, the result of
 * {@code initialize}, the commands, the virtual documents and the settings, and from the class
 * comments of all of these.
 */
final class ProtocolPage {
  /** A client with all capabilities. */
  private static final String ABLE =
      """
      {"capabilities": {"textDocument": {"diagnostic": {"relatedDocumentSupport": true},
         "rename": {"prepareSupport": true}},
       "workspace": {"fileOperations": {"willRename": true}}}}
      """;

  private static final ClientCapabilities CLIENT =
      new ClientCapabilities(JsonParser.parseString(ABLE).getAsJsonObject());

  private static final Pattern COMMAND =
      Pattern.compile(
          "Map\\.entry\\(\\s*\"%s\",(.*?)\\)\\s*(?=,\\s*Map\\.entry|\\);)", Pattern.DOTALL);

  String text() {
    return section("Methods", methods())
        + section("Commands of `workspace/executeCommand`", commands())
        + section("Virtual documents of the scheme `enit:`", documents())
        + section("Settings below `" + ClientSetting.SECTION + "`", settings())
        + section("Notifications and requests of the server", said());
  }

  private static String section(String heading, List<String> lines) {
    return "## " + heading + "\n\n" + String.join("\n", lines) + "\n\n";
  }

  // Methods.

  private List<String> methods() {
    List<String> rows = table("method", "kind", "purpose", "options");
    for (String name : new TreeSet<>(Methods.ALL.types().keySet())) {
      Method method = Methods.ALL.get(name);
      if (method != null) {
        rows.add(row("`" + name + "`", kind(method), purpose(method), options(method)));
      }
    }
    rows.add(row("`$/cancelRequest`", "notification", "Cancels a request.", ""));
    return rows;
  }

  private static String kind(Method method) {
    return switch (method) {
      case Method.Lifecycle(String name) ->
          name.equals(Methods.INITIALIZE) || name.equals(Methods.SHUTDOWN)
              ? "request"
              : "notification";
      case Method.Notification<?> _ -> "notification";
      case Method.Request<?> _ -> "request";
    };
  }

  private static String purpose(Method method) {
    return switch (method) {
      case Method.Lifecycle(String name) ->
          switch (name) {
            case Methods.INITIALIZE ->
                "Begins the session; nothing of the workspace is read before the response.";
            case Methods.INITIALIZED -> "Allows the server to send requests.";
            case Methods.SHUTDOWN -> "Ends the session; every later request is refused.";
            default -> "Ends the process.";
          };
      case Method.Notification<?> notification ->
          purpose(notification.name(), notification.handler().getClass());
      case Method.Request<?> request -> purpose(request.name(), request.handler().getClass());
    };
  }

  /** Returns the purpose of a handler: of a method reference, from the comment of the method. */
  private static String purpose(String name, Class<?> handler) {
    if (!handler.isHidden()) {
      return withoutMethod(SourceComments.of(handler));
    }
    Matcher reference =
        Pattern.compile(named(name) + ",.*?\\b(\\w+Handlers)::(\\w+)", Pattern.DOTALL)
            .matcher(SourceComments.text(Methods.class));
    if (!reference.find()) {
      throw new IllegalStateException("who answers " + name + "?");
    }
    try {
      Class<?> type = Class.forName("dev.enit.lsp.handler." + reference.group(1));
      return withoutMethod(SourceComments.of(type, reference.group(2)));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the pattern of a method's name in the table: a literal, or a constant of enit. */
  private static String named(String name) {
    String constant =
        switch (name) {
          case ReleaseHandlers.RELEASES -> "RELEASES";
          case ReleaseHandlers.RELEASE -> "RELEASE";
          case ReleaseHandlers.DOCUMENT -> "DOCUMENT";
          default -> "";
        };
    return constant.isEmpty() ? "\"" + Pattern.quote(name) + "\"" : "ReleaseHandlers\\." + constant;
  }

  /** Returns what a handler does, without the name of the method, which has its own column. */
  private static String withoutMethod(String sentence) {
    Matcher handles = Pattern.compile("Handles [^:]*: (.*)").matcher(sentence);
    return handles.matches() ? upper(handles.group(1)) : sentence;
  }

  /** Returns the options of a method in the server's capabilities. */
  private String options(Method method) {
    // The commands have a table of their own.
    return method instanceof Method.Request<?> request
            && request.capability().options().apply(CLIENT) instanceof JsonObject object
            && !object.has("commands")
        ? options(object)
        : "";
  }

  private static String options(JsonObject object) {
    return object.entrySet().stream()
        .filter(option -> !option.getKey().equals("legend"))
        .map(option -> "`" + option.getKey() + "`: `" + plain(option.getValue()) + "`")
        .collect(Collectors.joining(", "));
  }

  private static String plain(JsonElement value) {
    return value.isJsonArray()
        ? value.getAsJsonArray().asList().stream()
            .map(ProtocolPage::plain)
            .collect(Collectors.joining(" "))
        : value.toString().replaceAll("^\"(.*)\"$", "$1").replace("\\\"", "\"").replace("\\n", "⏎");
  }

  // The rest.

  private static List<String> commands() {
    List<String> rows = table("command", "purpose");
    for (String name : Commands.names()) {
      rows.add(row("`" + name + "`", command(name)));
    }
    return rows;
  }

  /** Returns the purpose of a command, from its innermost class or the document that it shows. */
  private static String command(String name) {
    Matcher entry =
        Pattern.compile(COMMAND.pattern().formatted(Pattern.quote(name)), Pattern.DOTALL)
            .matcher(SourceComments.text(Commands.class));
    if (!entry.find()) {
      throw new IllegalStateException("what is " + name + "?");
    }
    Matcher document = Pattern.compile("VirtualDocument\\.(\\w+)").matcher(entry.group(1));
    if (document.find()) {
      return "Shows a virtual document: "
          + lower(SourceComments.of(VirtualDocument.valueOf(document.group(1))));
    }
    List<String> made =
        Pattern.compile("new (\\w+)\\(")
            .matcher(entry.group(1))
            .results()
            .map(m -> m.group(1))
            .toList();
    for (String folder : List.of("action", "handler")) {
      try {
        return SourceComments.of(Class.forName("dev.enit.lsp." + folder + "." + made.getLast()));
      } catch (ClassNotFoundException e) {
        // The class is in the other package.
      }
    }
    throw new IllegalStateException("where is " + made + "?");
  }

  private static List<String> documents() {
    List<String> rows = table("`enit:///RELEASE-DIRECTORY/RELEASE/…`", "content");
    for (VirtualDocument document : VirtualDocument.values()) {
      rows.add(row("`" + document.fileName() + "`", SourceComments.of(document)));
    }
    return rows;
  }

  private static List<String> settings() {
    List<String> rows = table("setting", "value", "purpose");
    for (ClientSetting setting : ClientSetting.values()) {
      rows.add(row("`" + setting.key() + "`", type(setting.type()), SourceComments.of(setting)));
    }
    return rows;
  }

  private static String type(ClientSetting.Type type) {
    return switch (type) {
      case PATH -> "path";
      case PATHS -> "list of paths";
      case ON -> "boolean, `true`";
      case OFF -> "boolean, `false`";
    };
  }

  /** Returns the names of methods in the sources that the server does not handle itself. */
  private static List<String> said() {
    Pattern name =
        Pattern.compile("\"((?:client|window|workspace|textDocument|enit|\\$)/[a-zA-Z/]+)\"");
    TreeMap<String, Boolean> names = new TreeMap<>();
    for (String source : SourceComments.all("dev/enit/lsp")) {
      name.matcher(source).results().forEach(match -> names.put(match.group(1), true));
    }
    names.keySet().removeAll(Methods.ALL.types().keySet());
    names.remove("$/cancelRequest");
    return names.keySet().stream().map(said -> "- `" + said + "`").toList();
  }

  private static String upper(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static List<String> table(String... headings) {
    List<String> rows = new ArrayList<>();
    rows.add(row(headings));
    rows.add("|" + "---|".repeat(headings.length));
    return rows;
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"))
        .replaceAll(" +", " ");
  }
}
