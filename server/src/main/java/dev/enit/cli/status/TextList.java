package dev.enit.cli.status;

import dev.enit.cli.command.NamedRelease.BrokenPart;
import dev.enit.cli.status.ListCommand.ListedRelease;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** The list as text, in columns: name, version, node and state. */
final class TextList {
  private static final String UNKNOWN = "-";
  private static final String GAP = "  ";

  private TextList() {}

  static List<String> lines(List<ListedRelease> releases) {
    List<List<String>> rows = releases.stream().map(TextList::row).toList();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size() - 1; i++) {
        line.append(TerminalText.pad(row.get(i), width(rows, i))).append(GAP);
      }
      lines.add(line + row.getLast());
    }
    return lines;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> TerminalText.width(row.get(column))).max().orElse(0);
  }

  private static List<String> row(ListedRelease listed) {
    List<String> row =
        switch (listed) {
          case ListedRelease.Asked(var release, var look, var broken) ->
              List.of(
                  release.name(),
                  TextStatus.version(release),
                  release.node().nodename(),
                  state(look) + broken.map(part -> "; " + words(part)).orElse(""));
          case ListedRelease.Unknown(String name, var part) ->
              List.of(name, UNKNOWN, UNKNOWN, words(part));
        };
    return row.stream()
        .map(cell -> cell.isEmpty() ? UNKNOWN : TerminalText.harmless(cell))
        .toList();
  }

  private static String state(NodeInspection look) {
    String state = state(look.status());
    return look.restart()
        .flatMap(RestartDiff::brief)
        .map(reason -> Messages.text("list.restart", state, reason))
        .orElse(state);
  }

  private static String words(BrokenPart part) {
    return part.isUnreadable() ? part.words() : Messages.text("list.broken", part.words());
  }

  private static String state(NodeStatus status) {
    return switch (status) {
      case NodeStatus.Running _ -> Messages.text("list.running");
      case NodeStatus.Starting _ -> Messages.text("list.starting");
      case NodeStatus.Booting _ -> Messages.text("list.starting");
      case NodeStatus.Stopped(var end) ->
          Messages.text("list.stopped") + end.map(e -> ": " + e.brief()).orElse("");
      case NodeStatus.NameInUse inUse ->
          Messages.text("list.name-in-use", inUse.occupant().words());
      case NodeStatus.Hidden(var reason, var _) ->
          Messages.text("list.unreachable", Messages.text("list.reason." + reason.code()));
    };
  }
}
