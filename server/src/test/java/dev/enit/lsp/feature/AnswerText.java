package dev.enit.lsp.feature;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.CaseTree;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A response of the server as readable lines: a range as its line, its column (both from 1) and its
 * text, an edit as the text that it makes. Columns are those of UTF-16.
 */
final class AnswerText {
  private static final int BRIEF = 70;
  private final CaseTree tree;
  private final Path document;
  private final StringBuilder out = new StringBuilder();

  private AnswerText(CaseTree tree, Path document) {
    this.tree = tree;
    this.document = document;
  }

  static String of(JsonObject answer, CaseTree tree, Path document) {
    AnswerText text = new AnswerText(tree, document);
    if (answer.get("error") instanceof JsonObject error) {
      return "error: " + tree.shown(error.get("message").getAsString()) + "\n";
    }
    text.element(answer.get("result"), 0);
    return text.out.isEmpty() ? "nothing\n" : text.out.toString();
  }

  private void element(JsonElement element, int depth) {
    switch (element) {
      case JsonArray array -> array.forEach(item -> element(item, depth));
      case JsonObject edit when edit.has("changes") || edit.has("documentChanges") -> edit(edit);
      case JsonObject call when call.has("fromRanges") -> call(call);
      case JsonObject object -> object(object, depth);
      case JsonPrimitive primitive -> line(depth, primitive.getAsString());
      default -> {}
    }
  }

  /** Its plain members on one line, the others below it. */
  private void object(JsonObject object, int depth) {
    Path path = path(object);
    List<String> words = new ArrayList<>();
    Map<String, JsonElement> nested = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      JsonElement value = member.getValue();
      if (value instanceof JsonObject range && range.has("start")) {
        boolean here = member.getKey().equals("originSelectionRange");
        words.add(label(member.getKey()) + range(range, here ? document : path));
      } else if (value instanceof JsonPrimitive) {
        words.add(primitive(member.getKey(), value.getAsString()));
      } else if (!member.getKey().equals("data")) {
        nested.put(member.getKey(), value);
      }
    }
    line(depth, String.join("  ", words));
    nested.forEach((key, value) -> nested(key, value, depth + 1));
  }

  /**
   * Writes a step of a hierarchy, with its places in the file of the application that needs the
   * other.
   */
  private void call(JsonObject call) {
    boolean incoming = call.has("from");
    JsonObject item = call.getAsJsonObject(incoming ? "from" : "to");
    element(item, 0);
    Path path = incoming ? path(item) : document;
    call.getAsJsonArray("fromRanges")
        .forEach(range -> line(1, "by " + range(range.getAsJsonObject(), path)));
  }

  private void nested(String key, JsonElement value, int depth) {
    if (key.equals("children")) {
      element(value, depth);
    } else if (key.equals("parent")) {
      element(value, depth - 1);
    } else {
      line(depth, key + ":");
      element(value, depth + 1);
    }
  }

  private static String label(String key) {
    return key.equals("range") ? "" : key.replace("Range", "") + ": ";
  }

  private String primitive(String key, String value) {
    return switch (key) {
      case "uri", "targetUri", "target" -> tree.shown(value);
      case "name", "title" -> value;
      case "startLine", "endLine" -> key + " " + (Integer.parseInt(value) + 1);
      default -> key + " " + tree.shown(value);
    };
  }

  private Path path(JsonObject object) {
    for (String key : List.of("uri", "targetUri")) {
      if (object.has(key)) {
        return path(object.get(key).getAsString());
      }
    }
    return document;
  }

  static Path path(String uri) {
    return Path.of(java.net.URI.create(uri));
  }

  private String range(JsonObject range, Path path) {
    String text = tree.text(path);
    LineIndex lines = LineIndex.of(text);
    int start = offset(range.getAsJsonObject("start"), lines);
    int end = offset(range.getAsJsonObject("end"), lines);
    Position at = lines.position(start);
    String covered = text.substring(start, end).replace("\r", "␍").replace("\n", "⏎");
    String brief =
        covered.length() <= BRIEF
            ? covered
            : covered.substring(0, BRIEF / 2) + "…" + covered.substring(covered.length() - 20);
    return "%d:%d «%s»".formatted(at.line() + 1, at.column() + 1, brief);
  }

  private static int offset(JsonObject position, LineIndex lines) {
    return lines.offset(
        new Position(position.get("line").getAsInt(), position.get("character").getAsInt()));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text.stripTrailing()).append('\n');
  }

  // Edits.

  private void edit(JsonObject edit) {
    if (edit.get("changes") instanceof JsonObject changes) {
      changes.entrySet().forEach(c -> edited(c.getKey(), "", c.getValue().getAsJsonArray()));
    }
    if (edit.get("documentChanges") instanceof JsonArray changes) {
      for (JsonElement element : changes) {
        JsonObject change = element.getAsJsonObject();
        if (change.has("kind")) {
          resource(change);
        } else {
          JsonObject id = change.getAsJsonObject("textDocument");
          String version = id.has("version") ? " version " + id.get("version") : " no version";
          edited(id.get("uri").getAsString(), version, change.getAsJsonArray("edits"));
        }
      }
    }
  }

  private void resource(JsonObject change) {
    line(
        0,
        "== %s %s → %s"
            .formatted(
                change.get("kind").getAsString(),
                tree.shown(change.get("oldUri").getAsString()),
                tree.shown(change.get("newUri").getAsString())));
  }

  private void edited(String uri, String version, JsonArray edits) {
    String text = tree.text(path(uri));
    LineIndex lines = LineIndex.of(text);
    List<JsonObject> sorted = new ArrayList<>();
    edits.forEach(edit -> sorted.add(edit.getAsJsonObject()));
    sorted.sort(Comparator.comparing((JsonObject e) -> start(e, lines)).reversed());
    StringBuilder edited = new StringBuilder(text);
    for (JsonObject edit : sorted) {
      int end = offset(edit.getAsJsonObject("range").getAsJsonObject("end"), lines);
      edited.replace(start(edit, lines), end, edit.get("newText").getAsString());
    }
    line(0, "== " + tree.shown(uri) + version);
    out.append(edited.toString().replace("\r\n", "␍\n"));
  }

  private static int start(JsonObject edit, LineIndex lines) {
    return offset(edit.getAsJsonObject("range").getAsJsonObject("start"), lines);
  }
}
