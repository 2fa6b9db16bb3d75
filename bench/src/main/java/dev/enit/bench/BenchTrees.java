package dev.enit.bench;

import dev.enit.bench.Value.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The folders of the benchmark: a large layer within a release, the same as JSON, many releases.
 */
record BenchTrees(Path home) {
  private static final String APPLICATIONS =
      IntStream.range(0, ErlangValueWriter.APPLICATIONS)
          .mapToObj(ErlangValueWriter::application)
          .collect(Collectors.joining(", "));

  /** Folders that others do not measure on. */
  BenchTrees in(String folder) {
    return new BenchTrees(home.resolve(folder));
  }

  /** Returns a release whose host layer has so many lines; its applications are installed. */
  Document release(int lines) throws IOException {
    Path root = home.resolve("release-" + lines);
    Path layer = root.resolve("etc/enit/site/user.config");
    for (int i = 0; i < ErlangValueWriter.APPLICATIONS; i++) {
      String app = ErlangValueWriter.application(i);
      write(
          root.resolve("lib/" + app + "-1.0/ebin/" + app + ".app"),
          "{application, " + app + ", [{vsn, \"1.0\"}, {applications, [kernel, stdlib]}]}.\n");
    }
    write(root.resolve("enit.config"), "{lib_dirs, [\"lib\"]}.\n");
    write(
        root.resolve("var/lib/enit/site/release.enit"),
        "{release, site, [{vsn, \"1.0\"}, {applications, [" + APPLICATIONS + "]}]}.\n");
    write(
        root.resolve("var/lib/enit/site/defaults.config"), "{node, [{cookie, \"only-here\"}]}.\n");
    write(layer, ErlangValueWriter.file(Generator.sections(lines)));
    return Document.of(root, layer, "enit");
  }

  /** Returns the same settings as JSON. */
  Document json(int lines) throws IOException {
    Path root = home.resolve("json-" + lines);
    Path file = root.resolve("user.json");
    write(file, json(Generator.sections(lines)));
    return Document.of(root, file, "json");
  }

  /** Returns a host with many releases, each of three files and without an error. */
  Path releases(int count) throws IOException {
    Path root = home.resolve("releases-" + count);
    List<Property> sections = Generator.sections(20 * count);
    for (int i = 0; i < count; i++) {
      String name = "site" + i;
      write(
          root.resolve("var/lib/enit/" + name + "/release.enit"),
          "{release, " + name + ", [\n    {vsn, \"1.0\"},\n    {applications, [sasl]}\n]}.\n");
      write(
          root.resolve("var/lib/enit/" + name + "/defaults.config"),
          section(sections, i)
              + "{kernel, [\n    {net_ticktime, 30},\n    {start_timer, true}\n]}.\n");
      write(
          root.resolve("etc/enit/" + name + "/user.config"),
          """
          {node, [
              {cookie, "only-here"}
          ]}.
          {kernel, [
              {logger_level, info}
          ]}.
          """);
    }
    return root;
  }

  private static String json(List<Property> sections) {
    return new ValueWriter(ValueWriter.Style.JSON).write(new Value.Properties(sections)) + "\n";
  }

  /** Returns any release but the last, which has an error. */
  private static String section(List<Property> sections, int index) {
    return ErlangValueWriter.section("sasl", sections.get(index % (sections.size() - 1)).value());
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
