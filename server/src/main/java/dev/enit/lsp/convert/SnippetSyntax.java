package dev.enit.lsp.convert;

import dev.enit.core.ide.completion.Template;
import dev.enit.core.ide.completion.Template.Blank;
import dev.enit.core.ide.completion.Template.Choice;
import dev.enit.core.ide.completion.Template.End;
import dev.enit.core.ide.completion.Template.Layout;
import dev.enit.core.ide.completion.Template.Piece;
import dev.enit.core.ide.completion.Template.Stop;
import dev.enit.core.ide.completion.Template.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The printer of templates in the snippet syntax of the protocol. */
final class SnippetSyntax {
  private SnippetSyntax() {}

  static String of(Template template) {
    StringBuilder out = new StringBuilder();
    int next = 1;
    for (Piece piece : template.pieces()) {
      switch (piece) {
        case Text(String text) -> out.append(escaped(text));
        case Layout(String text, var _) -> out.append(text);
        case End _ -> out.append("$0");
        case Stop(String text) -> out.append(place(next++, escaped(text)));
        case Blank(String name) -> out.append(place(next++, escaped(name)));
        case Choice(List<String> values) -> out.append(choice(next++, values));
      }
    }
    return out.toString();
  }

  private static String place(int number, String text) {
    return text.isEmpty() ? "$" + number : "${" + number + ":" + text + "}";
  }

  private static String choice(int number, List<String> values) {
    String choices =
        values.stream()
            .map(value -> value.replaceAll("[\\\\,|]", "\\\\$0"))
            .collect(Collectors.joining(","));
    return "${" + number + "|" + choices + "|}";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\$}]", "\\\\$0");
  }
}
