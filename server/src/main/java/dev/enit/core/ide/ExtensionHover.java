package dev.enit.core.ide;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.otp.AppFile;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hover text of an extension: the applications it adds to the release, and its settings. */
record ExtensionHover(FileScope scope, Span nameSpan) {

  /** The name as it stands in a file. */
  static String name(Term name) {
    return Markdown.code(TermPrinter.print(name));
  }

  Optional<String> markdown() {
    for (ConfigLayer layer : scope.layers()) {
      for (Extension extension : layer.extensions()) {
        if (layer.path().equals(scope.path())
            && extension.form().absolute(extension.name()).equals(nameSpan)) {
          return Optional.of(markdown(layer, extension));
        }
      }
    }
    return Optional.empty();
  }

  private String markdown(ConfigLayer layer, Extension extension) {
    Set<String> names = names(layer, extension);
    List<String> rows = new ArrayList<>();
    names.stream().limit(Markdown.MOST_ROWS).map(this::row).forEach(rows::add);
    if (names.size() > rows.size()) {
      rows.add(Messages.text("hover.more", names.size() - rows.size()));
    }
    if (rows.isEmpty()) {
      rows.add(Messages.text("hover.extension.empty"));
    }
    String title =
        scope
            .release()
            .map(
                release ->
                    Messages.text(
                        "hover.extension.title",
                        name(extension.name()),
                        Markdown.code(release.name())))
            .orElseGet(() -> Messages.text("hover.extension.alone", name(extension.name())));
    return title + "\n\n- " + String.join("\n- ", rows);
  }

  private static Set<String> names(ConfigLayer layer, Extension extension) {
    Term list = extension.applications();
    return list == null
        ? Set.of()
        : AppReference.in(layer.file(), extension.form(), list).stream()
            .map(AppReference::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String row(String app) {
    int keys = scope.config().keys(app).size();
    return Messages.text(
            "hover.extension.adds",
            (Markdown.code(app) + " " + version(app)).strip(),
            keys == 0
                ? Messages.text("hover.extension.noSettings")
                : Messages.text("hover.extension.settings", keys))
        + (isListed(app) ? Messages.text("hover.extension.listed") : "");
  }

  private String version(String app) {
    return scope.otp().find(app).isEmpty()
        ? Messages.text("hover.extension.notInstalled")
        : scope.otp().appFile(app).map(AppFile::version).map(Markdown::plain).orElse("");
  }

  private boolean isListed(String app) {
    return scope
        .release()
        .flatMap(Release::specification)
        .map(ReleaseSpecification::applications)
        .orElse(List.of())
        .stream()
        .anyMatch(reference -> reference.name().equals(app));
  }
}
