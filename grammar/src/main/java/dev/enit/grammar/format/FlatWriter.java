package dev.enit.grammar.format;

import java.util.List;

/** A writer of nodes on one line; it leaves out their comments, which would need a line end. */
final class FlatWriter {
  private final LayoutWriter page;

  FlatWriter(LayoutWriter page) {
    this.page = page;
  }

  void write(LayoutNode node) {
    switch (node) {
      case LayoutNode.Leaf leaf -> page.write(leaf.text(), leaf.extent());
      case LayoutNode.Strings strings -> strings(strings.lines());
      case LayoutNode.Chain chain -> chain.pieces().forEach(this::write);
      case LayoutNode.Pair pair -> pair(pair);
      case BracketGroup group -> group(group);
    }
  }

  private void strings(List<LayoutNode.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      page.write(i == 0 ? "" : " ");
      page.write(lines.get(i).text(), lines.get(i).extent());
    }
  }

  private void pair(LayoutNode.Pair pair) {
    write(pair.key());
    page.write(LayoutNode.Pair.ARROW);
    page.write(" ");
    write(pair.value());
  }

  private void group(BracketGroup group) {
    page.write(group.open());
    items(group.items(), group.tight());
    page.write(group.close());
  }

  /** Writes a bracket up to and including the separator of its last element but one. */
  void front(BracketGroup group) {
    page.write(group.open());
    items(group.allButLast(), false);
  }

  private void items(List<LayoutItem> items, boolean tight) {
    for (int i = 0; i < items.size(); i++) {
      LayoutItem item = items.get(i);
      page.write(i == 0 || tight ? "" : " ");
      page.write(item.tail() ? LayoutItem.BAR : "");
      write(item.node());
      page.write(item.separator());
    }
  }
}
