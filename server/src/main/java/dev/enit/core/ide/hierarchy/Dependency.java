package dev.enit.core.ide.hierarchy;

import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * One step of a hierarchy.
 *
 * @param item at the other end
 * @param mentions where the one that needs names the other, in offsets of its file
 */
public record Dependency(HierarchyItem item, List<Span> mentions) {
  public Dependency {
    mentions = List.copyOf(mentions);
  }
}
