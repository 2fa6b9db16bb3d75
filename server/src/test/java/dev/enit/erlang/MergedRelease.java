package dev.enit.erlang;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Cookie;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.report.ExtensionNames;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The merged release of the Java side, as the term that {@code merge_agreement} expects. */
final class MergedRelease {
  private static final int ATOM = 255;

  private MergedRelease() {}

  static String expectation(Release release) {
    List<String> errors = errors(release);
    String name = string(release.name());
    return errors.isEmpty()
        ? "{ok, " + name + ", [" + String.join(",\n ", properties(release)) + "]}.\n"
        : "{error, " + name + ", [" + String.join(",\n ", errors) + "]}.\n";
  }

  private static List<String> errors(Release release) {
    List<Path> files = new ArrayList<>();
    release.unreadable().stream().map(UnreadableFile::path).forEach(files::add);
    if (release.specification().filter(MergedRelease::isSound).isEmpty()) {
      files.add(release.key().specification());
    }
    for (ConfigLayer layer : release.layers()) {
      if (!layer.file().isIntact()) {
        files.add(layer.path());
      }
    }
    return files.isEmpty()
        ? reasons(release)
        : files.stream().map(file -> "{file, " + string(file.toString()) + "}").toList();
  }

  private static boolean isSound(ReleaseSpecification specification) {
    return specification.file().isIntact()
        && specification.tuple() != null
        && specification.tuple().elements().size() == 3;
  }

  private static List<String> reasons(Release release) {
    List<String> reasons = new ArrayList<>();
    String name = string(release.name());
    if (release.node().cookie().isEmpty()) {
      reasons.add("{reason, {config_nocookie, " + name + ", " + string(version(release)) + "}}");
    }
    if (isTooLong(release.node().nodename())) {
      reasons.add("{reason, {system_limit, " + name + ", nodename}}");
    }
    if (release.node().cookie().filter(cookie -> isTooLong(cookie.reveal())).isPresent()) {
      reasons.add("{reason, {system_limit, " + name + ", cookie}}");
    }
    return reasons;
  }

  private static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > ATOM;
  }

  private static List<String> properties(Release release) {
    String cookie = release.node().cookie().map(Cookie::reveal).orElseThrow();
    return List.of(
        "{name, " + string(release.name()) + "}",
        "{vsn, " + string(version(release)) + "}",
        "{applications, "
            + list(release.applications().stream().map(AppReference::name).map(MergedRelease::atom))
            + "}",
        "{extensions, " + list(ExtensionNames.of(release).stream().map(TermPrinter::print)) + "}",
        "{node, " + atom(release.node().nodename()) + "}",
        "{cookie, " + atom(cookie) + "}",
        "{config, " + list(sections(release.config())) + "}");
  }

  private static Stream<String> sections(EffectiveConfig config) {
    return config.applications().stream()
        .filter(application -> !config.keys(application).isEmpty())
        .sorted(MergedRelease::byCodePoint)
        .map(application -> "{" + atom(application) + ",\n  " + env(config, application) + "}");
  }

  private static String env(EffectiveConfig config, String application) {
    return list(
        config.values(application).stream()
            .sorted((a, b) -> byCodePoint(a.key(), b.key()))
            .map(v -> "{" + atom(v.key()) + ", " + TermPrinter.print(v.value()) + "}"));
  }

  private static int byCodePoint(String one, String other) {
    return java.util.Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  private static String version(Release release) {
    return release.specification().flatMap(ReleaseSpecification::version).orElse("");
  }

  private static String list(Stream<String> elements) {
    return "[" + String.join(", ", elements.toList()) + "]";
  }

  private static String atom(String name) {
    return TermPrinter.print(new Term.Atom(Span.at(0), name));
  }

  private static String string(String text) {
    return TermPrinter.print(new Term.Str(Span.at(0), text));
  }
}
