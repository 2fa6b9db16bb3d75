package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed request of every kind that the server knows, made from its own table of methods: a
 * new method is asked by every test that asks everything. The client is one that does not trust the
 * workspace, so that no command reaches a node.
 */
public final class RequestCorpus {
  /** Parameters of all methods that have more than a place; a method takes what it knows. */
  private static final String PLAIN =
      """
      {"textDocument": {"uri": "$URI"}, "uri": "$URI", "position": $START, "positions": [$START],
       "range": {"start": $START, "end": $END}, "ranges": [{"start": $START, "end": $END}],
       "newName": "other", "ch": ",", "query": "o", "options": {"tabSize": 4, "insertSpaces": true},
       "context": {"includeDeclaration": true, "diagnostics": [], "triggerKind": 1},
       "files": [{"oldUri": "$FOLDER", "newUri": "$FOLDER-2"}],
       "previousResultIds": [{"uri": "$URI", "value": "0"}], "previousResultId": "0"}
      """;

  private static final String CONTENT = "textDocumentContent";
  private static final String COMMAND = "workspace/executeCommand";

  private RequestCorpus() {}

  /** A place in a document: two positions of it, in whatever order and wherever. */
  public record Spot(String uri, int line, int character, int endLine, int endCharacter) {
    /** Returns one position. */
    public static Spot at(String uri, int line, int character) {
      return new Spot(uri, line, character, line, character);
    }

    private String fill(String text) {
      int slash = uri.lastIndexOf('/');
      return text.replace("$URI", uri)
          .replace("$FOLDER", slash < 0 ? uri : uri.substring(0, slash))
          .replace("$START", position(line, character))
          .replace("$END", position(endLine, endCharacter));
    }

    private static String position(int line, int character) {
      return "{\"line\": %d, \"character\": %d}".formatted(line, character);
    }
  }

  /** A request. */
  public record Question(String method, JsonObject params) {}

  /** Of a client that trusts nothing, with some capabilities and folders. */
  public static JsonObject initialize(JsonObject capabilities, Collection<String> folders) {
    JsonObject params =
        JsonParser.parseString("{\"initializationOptions\": {\"trusted\": false}}")
            .getAsJsonObject();
    params.add("capabilities", capabilities);
    JsonArray roots = new JsonArray();
    for (String folder : folders) {
      JsonObject root = new JsonObject();
      root.addProperty("uri", folder);
      root.addProperty("name", "folder");
      roots.add(root);
    }
    params.add("workspaceFolders", roots);
    return params;
  }

  /** Returns the names of all requests, sorted; without those that begin and end the session. */
  public static List<String> methods() {
    return Methods.ALL.types().keySet().stream()
        .filter(name -> Methods.ALL.get(name) instanceof Method.Request<?>)
        .sorted()
        .toList();
  }

  /** Returns all requests about a place, except those that take what another has answered. */
  public static List<Question> about(Spot spot) {
    List<Question> questions = new ArrayList<>();
    for (String method : methods()) {
      if (method.equals(COMMAND)) {
        Commands.names().forEach(command -> questions.add(command(command, spot)));
      } else if (!takesAnAnswer(method)) {
        questions.add(of(method, spot));
      }
    }
    return questions;
  }

  /** Returns a request about a place; of commands the one that shows something. */
  public static Question of(String method, Spot spot) {
    if (method.equals(COMMAND)) {
      return command("enit.showEffective", spot);
    }
    JsonObject params = JsonParser.parseString(spot.fill(PLAIN)).getAsJsonObject();
    if (method.endsWith(CONTENT)) {
      params.addProperty("uri", virtual(spot.uri()));
    }
    return new Question(method, params);
  }

  private static Question command(String name, Spot spot) {
    JsonArray arguments = new JsonArray();
    arguments.add(spot.uri());
    JsonObject params = new JsonObject();
    params.addProperty("command", name);
    params.add("arguments", arguments);
    return new Question(COMMAND, params);
  }

  /**
   * Returns the document that enit makes of the release with a file, of either of its directories.
   */
  public static String virtual(String uri) {
    int slash = uri.lastIndexOf('/');
    String folder = uri.substring(0, slash + 1).replace("/etc/enit/", "/var/lib/enit/");
    return folder.replaceFirst("^file:", "enit:") + "effective.config";
  }

  /** Returns whether a request's parameters are made of the answer to another. */
  public static boolean takesAnAnswer(String method) {
    return method.endsWith("/resolve") || method.startsWith("callHierarchy/");
  }

  /**
   * Returns the requests that an answer makes possible.
   *
   * @param most of each kind
   */
  public static List<Question> following(Question asked, @Nullable JsonElement result, int most) {
    List<Question> questions = new ArrayList<>();
    for (JsonObject item : items(result, most)) {
      switch (asked.method()) {
        case "textDocument/completion" ->
            questions.add(new Question("completionItem/resolve", item));
        case "textDocument/codeAction" -> questions.add(new Question("codeAction/resolve", item));
        case "textDocument/prepareCallHierarchy" -> {
          questions.add(withItem("callHierarchy/incomingCalls", item));
          questions.add(withItem("callHierarchy/outgoingCalls", item));
        }
        default -> {}
      }
    }
    return questions;
  }

  private static Question withItem(String method, JsonObject item) {
    JsonObject params = new JsonObject();
    params.add("item", item);
    return new Question(method, params);
  }

  private static List<JsonObject> items(@Nullable JsonElement result, int most) {
    JsonElement list = result instanceof JsonObject object ? object.get("items") : result;
    List<JsonObject> items = new ArrayList<>();
    if (list instanceof JsonArray array) {
      array.asList().stream()
          .limit(most)
          .forEach(
              item -> {
                if (item instanceof JsonObject object) {
                  items.add(object);
                }
              });
    }
    return items;
  }
}
