package dev.enit.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The schema of a JSON document: the types of its members by path, which readers rely on. */
final class JsonShape {
  private final Map<String, String> types = new TreeMap<>();

  private JsonShape() {}

  /**
   * Types by path, such as {@code .diagnostics[].line: number}; of a place that has several, all.
   *
   * @param maps paths whose members have names of the user's
   */
  static String of(JsonElement document, java.util.Set<String> maps) {
    JsonShape shape = new JsonShape();
    shape.add("", document, maps);
    StringBuilder out = new StringBuilder();
    shape.types.forEach((path, type) -> out.append(path).append(": ").append(type).append('\n'));
    return out.toString();
  }

  private void add(String path, JsonElement element, java.util.Set<String> maps) {
    switch (element) {
      case JsonObject object ->
          object
              .entrySet()
              .forEach(
                  e ->
                      add(
                          path + "." + (maps.contains(path) ? "*" : e.getKey()),
                          e.getValue(),
                          maps));
      case JsonArray array -> {
        types.putIfAbsent(path, "array");
        array.forEach(item -> add(path + "[]", item, maps));
      }
      default -> types.merge(path, type(element), (a, b) -> a.equals(b) ? a : a + "|" + b);
    }
  }

  private static String type(JsonElement element) {
    if (element.isJsonNull()) {
      return "null";
    }
    var primitive = element.getAsJsonPrimitive();
    return primitive.isNumber() ? "number" : primitive.isBoolean() ? "boolean" : "string";
  }
}
