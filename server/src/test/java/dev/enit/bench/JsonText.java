package dev.enit.bench;

import dev.enit.bench.Value.Flag;
import dev.enit.bench.Value.Items;
import dev.enit.bench.Value.Number;
import dev.enit.bench.Value.Properties;
import dev.enit.bench.Value.Property;
import dev.enit.bench.Value.Text;
import java.util.List;

/** The same values as one JSON object. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  static String file(List<Property> sections) {
    JsonText text = new JsonText();
    text.properties(sections, 1);
    return text.out.append('\n').toString();
  }

  private void value(Value value, int depth) {
    switch (value) {
      case Number(long number) -> out.append(number);
      case Flag(boolean flag) -> out.append(flag);
      case Text(String text) -> out.append('"').append(text.replace("\\", "\\\\")).append('"');
      case Items(List<Value> items) -> items(items, depth);
      case Properties(List<Property> properties) -> properties(properties, depth);
    }
  }

  private void items(List<Value> items, int depth) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      value(items.get(i), depth);
    }
    out.append(']');
  }

  private void properties(List<Property> properties, int depth) {
    out.append("{\n");
    for (int i = 0; i < properties.size(); i++) {
      out.append("  ".repeat(depth)).append('"').append(properties.get(i).key()).append("\": ");
      value(properties.get(i).value(), depth + 1);
      out.append(i + 1 < properties.size() ? ",\n" : "\n");
    }
    out.append("  ".repeat(depth - 1)).append('}');
  }
}
