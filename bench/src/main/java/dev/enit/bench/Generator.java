package dev.enit.bench;

import dev.enit.bench.Value.Flag;
import dev.enit.bench.Value.Items;
import dev.enit.bench.Value.Number;
import dev.enit.bench.Value.Properties;
import dev.enit.bench.Value.Property;
import dev.enit.bench.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The generator of the configuration of a large site, the same one each time: sections of 6 to 14
 * keys, a third of their values nested. The last section has a key twice: a server that reports it
 * has read the whole file.
 */
final class Generator {
  private static final List<String> WORDS =
      List.of(
          "pool",
          "timeout",
          "listener",
          "retry",
          "backoff",
          "shard",
          "window",
          "certificate",
          "queue",
          "codec",
          "lease",
          "probe",
          "rotation",
          "prefix",
          "burst",
          "session",
          "replica",
          "journal",
          "quota",
          "route");
  private static final List<String> TEXTS =
      List.of(
          "/srv/site/data",
          "192.0.2.17",
          "a text of some length for a setting of some importance",
          "https://example.org/api",
          "crème brûlée",
          "back\\slash",
          "%Y-%m-%d",
          "eu-north");
  private final Random random = new Random(20_26);
  private int keys;

  /** Sections, as many as fill a number of lines of Erlang. */
  static List<Property> sections(int lines) {
    Generator generator = new Generator();
    List<Property> sections = new ArrayList<>();
    int written = 0;
    while (written < lines) {
      Property section = generator.section(sections.size());
      sections.add(section);
      written += (int) ErlangValueWriter.section(section).lines().count();
    }
    sections.add(withKeyTwice(sections.removeLast()));
    return sections;
  }

  private static Property withKeyTwice(Property section) {
    List<Property> properties = new ArrayList<>(((Properties) section.value()).properties());
    properties.add(new Property("twice", new Number(1)));
    properties.add(new Property("twice", new Number(2)));
    return new Property(section.key(), new Properties(properties));
  }

  private Property section(int index) {
    return new Property("site" + index, properties(6 + random.nextInt(9), 1));
  }

  private Properties properties(int count, int depth) {
    List<Property> properties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      properties.add(new Property(word() + "_" + word() + "_" + ++keys, value(depth)));
    }
    return new Properties(properties);
  }

  private Value value(int depth) {
    int kind = random.nextInt(100);
    if (depth < 3 && kind < 15) {
      return properties(2 + random.nextInt(4), depth + 1);
    }
    if (depth < 3 && kind < 30) {
      List<Value> items = new ArrayList<>();
      for (int left = 2 + random.nextInt(6); left > 0; left--) {
        items.add(scalar());
      }
      return new Items(items);
    }
    return scalar();
  }

  private Value scalar() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Number(random.nextInt(100_000));
      case 2 -> new Flag(random.nextBoolean());
      default -> new Text(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
