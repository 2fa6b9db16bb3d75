package dev.enit.grammar.format;

import java.util.List;

/**
 * Writes nodes without a line end; comments of the nodes, which would need one, are not written.
 */
final class Flat {
  private final Page page;

  Flat(Page page) {
    this.page = page;
  }

  void write(Node node) {
    switch (node) {
      case Node.Leaf leaf -> page.write(leaf.text(), leaf.extent());
      case Node.Strings strings -> strings(strings.lines());
      case Node.Chain chain -> chain.pieces().forEach(this::write);
      case Node.Pair pair -> pair(pair);
      case Group group -> group(group);
    }
  }

  private void strings(List<Node.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      page.write(i == 0 ? "" : " ");
      page.write(lines.get(i).text(), lines.get(i).extent());
    }
  }

  private void pair(Node.Pair pair) {
    write(pair.key());
    page.write(Node.Pair.ARROW);
    page.write(" ");
    write(pair.value());
  }

  private void group(Group group) {
    page.write(group.open());
    items(group.items(), group.tight());
    page.write(group.close());
  }

  /** Writes a bracket up to behind the separator of its last element but one. */
  void front(Group group) {
    page.write(group.open());
    items(group.allButLast(), false);
  }

  private void items(List<Item> items, boolean tight) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      page.write(i == 0 || tight ? "" : " ");
      page.write(item.tail() ? Item.BAR : "");
      write(item.node());
      page.write(item.separator());
    }
  }
}
