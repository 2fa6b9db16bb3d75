package dev.enit.core.ide.navigation;

import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * A link from a name to its targets.
 *
 * @param from the name under the cursor, in offsets of its file
 * @param targets the best first
 */
public record NavigationLink(Span from, List<NavigationTarget> targets) {
  public NavigationLink {
    targets = List.copyOf(targets);
  }
}
