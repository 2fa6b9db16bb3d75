package dev.enit.bench;

import dev.enit.bench.Value.Property;
import java.util.List;
import java.util.stream.Collectors;

/** A writer of values as sections of an Erlang configuration file. */
final class ErlangValueWriter {
  /** So many applications share the sections of a file; a section may be several times. */
  static final int APPLICATIONS = 20;

  private ErlangValueWriter() {}

  static String file(List<Property> sections) {
    return sections.stream().map(ErlangValueWriter::section).collect(Collectors.joining("\n"));
  }

  static String application(int index) {
    return "site" + index % APPLICATIONS;
  }

  static String section(Property section) {
    int index = Integer.parseInt(section.key().substring("site".length()));
    return section(application(index), section.value());
  }

  /** Returns the settings of an application. */
  static String section(String application, Value settings) {
    return "%% Settings of this part of the site.\n{"
        + application
        + ", "
        + new ValueWriter(ValueWriter.Style.ERLANG).write(settings)
        + "}.\n";
  }
}
