package dev.enit.core.report;

import dev.enit.core.config.Cookie;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.SecretValues;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The effective configuration as terms that {@code file:consult/1} reads: the release, then every
 * section. The cookie is omitted, other secrets are masked.
 */
public final class ErlangConfig {
  private static final Span NOWHERE = Span.at(0);

  private ErlangConfig() {}

  /**
   * Returns the text; it ends with a line feed.
   *
   * @param secrets whether secrets other than the cookie are shown
   */
  public static String of(Release release, ConfigSelection selection, boolean secrets) {
    StringBuilder out = new StringBuilder();
    form(out, "release, " + atom(release.name()), properties(release));
    for (String section : selection.sections(release)) {
      Stream<String> entries =
          selection.values(release, section).stream()
              .filter(value -> !isCookie(value))
              .map(value -> entry(value, secrets));
      form(out, atom(section), entries.toList());
    }
    return out.toString();
  }

  private static List<String> properties(Release release) {
    String version = release.specification().flatMap(ReleaseSpecification::version).orElse("");
    Stream<String> applications =
        release.applications().stream().map(AppReference::name).map(ErlangConfig::atom);
    Stream<String> extensions = ExtensionNames.of(release).stream().map(TermPrinter::print);
    return List.of(
        "{vsn, " + TermPrinter.print(new Term.Str(NOWHERE, version)) + "}",
        "{applications, [" + String.join(", ", applications.toList()) + "]}",
        "{extensions, [" + String.join(", ", extensions.toList()) + "]}",
        "{nodename, " + atom(release.node().nodename()) + "}");
  }

  private static boolean isCookie(EffectiveValue value) {
    return value.application().equals(NodeKey.SECTION) && value.key().equals(NodeKey.COOKIE.key());
  }

  private static String entry(EffectiveValue value, boolean secrets) {
    Term shown =
        secrets
            ? value.value()
            : SecretValues.masked(
                value.secrets(), value.application(), value.key(), value.value(), Cookie.MASK);
    return "{" + atom(value.key()) + ", " + TermPrinter.print(shown) + "}";
  }

  private static void form(StringBuilder out, String head, List<String> entries) {
    out.append('{').append(head).append(", [");
    String separator = "\n    ";
    for (String entry : entries) {
      out.append(separator).append(entry);
      separator = ",\n    ";
    }
    out.append(entries.isEmpty() ? "]}.\n" : "\n]}.\n");
  }

  private static String atom(String name) {
    return TermPrinter.print(new Term.Atom(NOWHERE, name));
  }
}
