package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.FileChange;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The editor of a layer's text: inserts and removes settings and sections. */
final class LayerText {
  private LayerText() {}

  /** A new file with one section. */
  static FileChange create(Path path, String application, List<ListElement> pieces) {
    return create(path, section(application, pieces));
  }

  /** A new file. */
  static FileChange create(Path path, String text) {
    return new FileChange.Created(
        path, TermFormatter.format(TermParser.parse(text), FormatOptions.DEFAULT).orElse(text));
  }

  /** Whether no mistake of the file stands in the way of more settings of an application. */
  static boolean takes(ConfigLayer layer, String application) {
    return section(layer, application)
        .map(section -> section.form().isIntact())
        .orElseGet(() -> takesForms(layer));
  }

  /** Whether a form can be written behind the last one: not where that has no end. */
  static boolean takesForms(ConfigLayer layer) {
    List<Form> forms = layer.file().terms().forms();
    return forms.isEmpty() || forms.getLast().isIntact();
  }

  private static Optional<Section> section(ConfigLayer layer, String application) {
    return layer.sections().reversed().stream()
        .filter(found -> found.application().name().equals(application))
        .findFirst();
  }

  /**
   * Puts settings into the last section of an application, or into a new one at the end of the
   * file; nothing where a mistake in the file stands in the way.
   */
  static Optional<FileChange> add(ConfigLayer layer, String application, List<ListElement> pieces) {
    Optional<Section> section = section(layer, application);
    return section.isPresent()
        ? add(layer, section.get().form(), pieces)
        : append(new EditBuilder(layer.file()), section(application, pieces));
  }

  /** Puts settings into a section. */
  static Optional<FileChange> add(ConfigLayer layer, Form section, List<ListElement> pieces) {
    return pieces(layer.file(), section)
        .map(
            list -> {
              EditBuilder draft = new EditBuilder(layer.file());
              ListInsertion.atEnd(draft, section, list, pieces);
              return draft.change();
            });
  }

  /** Writes a form at the end of a file, with an empty line before it. */
  static Optional<FileChange> append(EditBuilder draft, String form) {
    List<Form> forms = draft.file().terms().forms();
    if (!forms.isEmpty() && !forms.getLast().isIntact()) {
      return Optional.empty();
    }
    String text = draft.file().text();
    String before = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    draft.insert(text.length(), before + (text.isBlank() ? "" : "\n") + form);
    return Optional.of(draft.change());
  }

  /** The settings of a section, cut into pieces. */
  static Optional<ListElements> pieces(SourceFile file, Form form) {
    return form.term() instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(1) instanceof Term.ListTerm list
        ? ListElements.of(file, form, list)
        : Optional.empty();
  }

  /** A section with a line for each setting. */
  static String section(String application, List<ListElement> pieces) {
    return "{"
        + TermPrinter.atom(application)
        + ", ["
        + ListInsertion.lines(pieces, "")
        + "\n]}.\n";
  }

  /**
   * A form with the comments directly above it and the one behind it. A comment on the encoding is
   * the file's.
   */
  static Span withComments(TermFile file, Form form) {
    List<Form> forms = file.forms();
    int index = forms.indexOf(form);
    int from = index <= 0 ? 0 : forms.get(index - 1).end();
    int start =
        ListGap.of(file.text(), from, form.start()).map(ListGap::above).orElse(List.of()).stream()
            .filter(comment -> !comment.in(file.text()).contains("coding"))
            .mapToInt(Span::start)
            .min()
            .orElse(form.start());
    return new Span(start, behind(file, index, form));
  }

  private static int behind(TermFile file, int index, Form form) {
    boolean last = index + 1 == file.forms().size();
    int to = last ? file.text().length() : file.forms().get(index + 1).start();
    return ListGap.of(file.text(), form.end(), to)
        .flatMap(ListGap::behind)
        .map(Span::end)
        .orElse(form.end());
  }
}
