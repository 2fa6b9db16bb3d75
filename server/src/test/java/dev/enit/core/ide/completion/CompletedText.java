package dev.enit.core.ide.completion;

import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The text after a completion item is accepted. */
record CompletedText(String before, CompletionCandidates offer) {

  /**
   * Returns the text of a client with snippets, the placeholders shown as {@code ‹proposal›}, the
   * end as |.
   */
  String withPlaces(CompletionCandidate item) {
    return apply(offer.replace(), shown(item.text()));
  }

  /** Returns the text of a client without snippets. */
  String plain(CompletionCandidate item) {
    return apply(offer.insert(), item.text().plain());
  }

  /** With something in every place. */
  String filled(CompletionCandidate item) {
    return apply(offer.replace(), filled(item.text()));
  }

  private String apply(Span span, String text) {
    List<TextChange> edits = new ArrayList<>(offer.edits());
    edits.add(new TextChange(span, text));
    edits.sort(Comparator.comparingInt((TextChange edit) -> edit.span().start()).reversed());
    StringBuilder after = new StringBuilder(before);
    edits.forEach(edit -> after.replace(edit.span().start(), edit.span().end(), edit.text()));
    return after.toString();
  }

  static String shown(Template template) {
    StringBuilder out = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      out.append(
          switch (piece) {
            case Template.Text(String text) -> text;
            case Template.Layout(String text, var _) -> text;
            case Template.Stop(String text) -> "‹" + text + "›";
            case Template.Blank(String name) -> "‹" + name + "?›";
            case Template.Choice(List<String> values) -> "‹" + String.join("/", values) + "›";
            case Template.End _ -> "|";
          });
    }
    return out.toString();
  }

  private static String filled(Template template) {
    StringBuilder out = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      out.append(
          switch (piece) {
            case Template.Text(String text) -> text;
            case Template.Layout(String text, var _) -> text;
            case Template.Stop(String text) -> text;
            case Template.Blank _ -> "some";
            case Template.Choice(List<String> values) -> values.getLast();
            case Template.End _ -> "";
          });
    }
    return out.toString();
  }

  /** Returns the lines that differ, of the text as it has become. */
  static List<String> changed(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int start = 0;
    while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(old.size(), now.size()) - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return now.subList(start, now.size() - end);
  }
}
