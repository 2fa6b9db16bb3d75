package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Parameters with every property that their type has, and the same with one of them left out or
 * another value in its place. They are made from the types in the table of methods, so that a new
 * method needs no samples.
 */
record SampleParameters(String uri) {
  /** Types contain each other: a symbol has symbols. */
  private static final int DEEPEST = 6;

  /** The replacements of a value: of other types, and at the limits of numbers. */
  private static final List<JsonElement> OTHERS =
      List.of(
          JsonNull.INSTANCE,
          new JsonPrimitive(""),
          new JsonPrimitive("text"),
          new JsonPrimitive(true),
          new JsonPrimitive(-1),
          new JsonPrimitive(Integer.MAX_VALUE),
          new JsonPrimitive(1L << 31),
          new JsonPrimitive(1.5),
          new JsonArray(),
          array(JsonNull.INSTANCE),
          new JsonObject());

  /** Returns a value of a type, with all that it can have. */
  JsonElement of(Class<?> type) {
    return value(type, "", DEEPEST);
  }

  private JsonElement value(Type type, String name, int depth) {
    if (type instanceof ParameterizedType generic) {
      Type first = generic.getActualTypeArguments()[0];
      if (generic.getRawType() instanceof Class<?> raw && List.class.isAssignableFrom(raw)) {
        return array(value(first, name, depth));
      }
      return generic.getRawType() == Either.class ? value(first, name, depth) : new JsonObject();
    }
    if (type == String.class) {
      return new JsonPrimitive(name.toLowerCase(java.util.Locale.ROOT).endsWith("uri") ? uri : "x");
    }
    if (type == boolean.class || type == Boolean.class) {
      return new JsonPrimitive(true);
    }
    if (type instanceof Class<?> simple
        && (simple.isPrimitive() || Number.class.isAssignableFrom(simple) || simple.isEnum())) {
      return new JsonPrimitive(1);
    }
    JsonObject object = new JsonObject();
    if (type instanceof Class<?> composed && composed.getName().startsWith("org.eclipse.lsp4j.")) {
      for (Field field : depth == 0 ? List.<Field>of() : fields(composed)) {
        object.add(field.getName(), value(field.getGenericType(), field.getName(), depth - 1));
      }
    }
    return object;
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> from = type; from != null; from = from.getSuperclass()) {
      for (Field field : from.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static JsonArray array(JsonElement element) {
    JsonArray array = new JsonArray();
    array.add(element);
    return array;
  }

  /** Gives the value with each change of each of its parts, the value itself among them. */
  static void variants(JsonElement value, Consumer<JsonElement> to) {
    OTHERS.forEach(to);
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.deepCopy().entrySet()) {
        JsonObject without = object.deepCopy();
        without.remove(member.getKey());
        to.accept(without);
        variants(
            member.getValue(),
            other -> {
              JsonObject changed = object.deepCopy();
              changed.add(member.getKey(), other);
              to.accept(changed);
            });
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        variants(
            array.get(i),
            other -> {
              JsonArray changed = array.deepCopy();
              changed.set(at, other);
              to.accept(changed);
            });
      }
    }
  }
}
