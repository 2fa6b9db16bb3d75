package dev.enit.core.ide.action;

import dev.enit.grammar.term.Form;
import java.util.List;
import java.util.StringJoiner;

/** New elements of a list. */
final class ListInsertion {
  private ListInsertion() {}

  /** Puts elements behind the last one, on its line where the list is on one line. */
  static void atEnd(EditBuilder draft, Form form, ListElements list, List<ListElement> pieces) {
    int last = list.count() - 1;
    boolean plain = pieces.stream().noneMatch(ListElement::hasComments);
    if (list.isOneLine() && last >= 0 && plain) {
      draft.insert(list.elements().get(last).end(), ", " + joined(pieces));
      return;
    }
    if (list.isOneLine() || last < 0) {
      draft.layOut(form);
    }
    if (draft.isOrderly(form)) {
      lines(draft, list, pieces, "");
    } else {
      String indent = list.indentation(last);
      List<ListElement> laidOut = pieces.stream().map(piece -> piece.laidOut(indent)).toList();
      if (list.hasLeadingCommas()) {
        leadingCommas(draft, list, laidOut, indent);
      } else {
        lines(draft, list, laidOut, indent);
      }
    }
  }

  private static void lines(
      EditBuilder draft, ListElements list, List<ListElement> pieces, String indent) {
    int last = list.count() - 1;
    if (last >= 0) {
      draft.insert(list.elements().get(last).end(), ",");
    }
    int end = last >= 0 ? list.endOf(last) : endOfComments(list);
    boolean closer = list.text().substring(end, list.list().end() - 1).indexOf('\n') < 0;
    draft.insert(end, lines(pieces, indent) + (closer ? "\n" : ""));
  }

  private static void leadingCommas(
      EditBuilder draft, ListElements list, List<ListElement> pieces, String indent) {
    StringBuilder lines = new StringBuilder();
    for (ListElement piece : pieces) {
      piece.above().forEach(comment -> lines.append('\n').append(indent).append(comment));
      ListElement rest = new ListElement(List.of(), ", " + piece.element(), piece.behind());
      lines.append('\n').append(rest.lines(indent, ""));
    }
    int last = list.count() - 1;
    boolean closer = list.text().substring(list.endOf(last)).startsWith("]");
    draft.insert(list.endOf(last), lines + (closer ? "\n" + indent : ""));
  }

  /** In a list of nothing but comments. */
  private static int endOfComments(ListElements list) {
    ListGap gap = list.gaps().getFirst();
    return gap.ownLine().isEmpty() ? list.endOf(-1) : gap.ownLine().getLast().end();
  }

  /** Puts elements before another one, on its line. */
  static void before(EditBuilder draft, ListElements list, int index, List<ListElement> pieces) {
    draft.insert(list.elements().get(index).start(), joined(pieces) + ", ");
  }

  /** Elements on lines of their own, each line begun, the last one not ended. */
  static String lines(List<ListElement> pieces, String indent) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      String separator = i + 1 < pieces.size() ? "," : "";
      lines.append('\n').append(pieces.get(i).lines(indent, separator));
    }
    return lines.toString();
  }

  static String joined(List<ListElement> pieces) {
    StringJoiner joined = new StringJoiner(", ");
    pieces.forEach(piece -> joined.add(piece.element()));
    return joined.toString();
  }
}
