package dev.enit.core.check.section;

import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fix that turns {@code [Section, Section].} into {@code Section. Section.} and keeps comments.
 */
public final class SectionsOfList {
  private final ConfigLayer layer;
  private final String text;
  private final List<Fix.Change> changes = new ArrayList<>();

  private SectionsOfList(ConfigLayer layer) {
    this.layer = layer;
    this.text = layer.file().text();
  }

  /** Returns the fix {@code fix.sections}, or empty if an element of the list is not a section. */
  public static Optional<Fix> fix(ConfigLayer layer, Form form, Term.ListTerm list) {
    if (list.tail() != null || !list.elements().stream().allMatch(SysConfigList::isSection)) {
      return Optional.empty();
    }
    SectionsOfList split = new SectionsOfList(layer);
    Span whole = form.absolute(list);
    List<Span> sections = list.elements().stream().map(form::absolute).toList();
    return split.split(form, whole, sections)
        ? Optional.of(new Fix("fix.sections", List.of(), split.changes, true))
        : Optional.empty();
  }

  private boolean split(Form form, Span list, List<Span> sections) {
    if (text.charAt(list.start()) != '[' || text.charAt(list.end() - 1) != ']') {
      return false;
    }
    if (sections.isEmpty()) {
      change(ListText.withLine(text, form.span()), "");
      return true;
    }
    change(ListText.withLine(text, new Span(list.start(), list.start() + 1)), "");
    for (int i = 0; i + 1 < sections.size(); i++) {
      if (!separate(sections.get(i), sections.get(i + 1))) {
        return false;
      }
    }
    end(form, list, sections.getLast());
    return true;
  }

  private boolean separate(Span section, Span next) {
    OptionalInt comma = ListText.comma(text, section.end(), next.start());
    if (comma.isEmpty()) {
      return false;
    }
    // A dot ends a term only before white space.
    boolean spaced = comma.getAsInt() + 1 < next.start();
    change(new Span(comma.getAsInt(), comma.getAsInt() + 1), spaced ? "." : ".\n");
    return true;
  }

  private void end(Form form, Span list, Span last) {
    boolean plain =
        text.substring(last.end(), list.end() - 1).isBlank()
            && text.substring(list.end(), form.end() - 1).isBlank();
    if (plain) {
      change(new Span(last.end(), form.end()), ".");
    } else {
      change(Span.at(last.end()), ".");
      change(new Span(list.end() - 1, list.end()), "");
      change(new Span(form.end() - 1, form.end()), "");
    }
  }

  private void change(Span span, String replacement) {
    changes.add(new Fix.Change(new Place(layer.path(), span), replacement));
  }
}
