package dev.enit.bench;

import dev.enit.bench.Value.Flag;
import dev.enit.bench.Value.Items;
import dev.enit.bench.Value.Number;
import dev.enit.bench.Value.Properties;
import dev.enit.bench.Value.Property;
import dev.enit.bench.Value.Text;
import java.util.List;

/** A writer of values as Erlang terms or as JSON, one property per line. */
final class ValueWriter {
  /** The brackets of a list of properties, and what is around a key and after a value. */
  enum Style {
    ERLANG("    ", "[", "{", ", ", "}", "]"),
    JSON("  ", "{", "\"", "\": ", "", "}");

    private final String indent;
    private final String open;
    private final String beforeKey;
    private final String behindKey;
    private final String behindValue;
    private final String close;

    Style(
        String indent,
        String open,
        String beforeKey,
        String behindKey,
        String behindValue,
        String close) {
      this.indent = indent;
      this.open = open;
      this.beforeKey = beforeKey;
      this.behindKey = behindKey;
      this.behindValue = behindValue;
      this.close = close;
    }
  }

  private final StringBuilder out = new StringBuilder();
  private final Style style;

  ValueWriter(Style style) {
    this.style = style;
  }

  String write(Value value) {
    value(value, 1);
    return out.toString();
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
    out.append(style.open).append('\n');
    for (int i = 0; i < properties.size(); i++) {
      out.append(style.indent.repeat(depth)).append(style.beforeKey);
      out.append(properties.get(i).key()).append(style.behindKey);
      value(properties.get(i).value(), depth + 1);
      out.append(style.behindValue).append(i + 1 < properties.size() ? ",\n" : "\n");
    }
    out.append(style.indent.repeat(depth - 1)).append(style.close);
  }
}
