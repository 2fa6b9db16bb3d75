package dev.enit.bench;

import dev.enit.bench.Value.Flag;
import dev.enit.bench.Value.Items;
import dev.enit.bench.Value.Number;
import dev.enit.bench.Value.Properties;
import dev.enit.bench.Value.Property;
import dev.enit.bench.Value.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Values as sections of a configuration file of Erlang. */
final class ErlangText {
  /** So many applications share the sections of a file; a section may stand several times. */
  static final int APPLICATIONS = 20;

  private final StringBuilder out = new StringBuilder();

  static String file(List<Property> sections) {
    return sections.stream()
        .map(section -> new ErlangText().section(section))
        .collect(Collectors.joining("\n"));
  }

  static String application(int index) {
    return "site" + index % APPLICATIONS;
  }

  String section(Property section) {
    int index = Integer.parseInt(section.key().substring("site".length()));
    out.append("%% Settings of part ").append(index).append(" of the site.\n");
    out.append('{').append(application(index)).append(", ");
    value(section.value(), 1);
    return out.append("}.\n").toString();
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
    out.append("[\n");
    for (int i = 0; i < properties.size(); i++) {
      out.append("    ".repeat(depth)).append('{').append(properties.get(i).key()).append(", ");
      value(properties.get(i).value(), depth + 1);
      out.append(i + 1 < properties.size() ? "},\n" : "}\n");
    }
    out.append("    ".repeat(depth - 1)).append(']');
  }
}
