package dev.enit.core.release;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.SyntaxError;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the files of a release certainly say which node it has, although a part of them is
 * broken: its name and its cookie may stand in any layer, so no layer may be out of reach, and no
 * broken form may hold a section of the node.
 */
public final class CertainNode {
  /** What a broken form contains that is, or has swallowed, a section of the node. */
  private static final Pattern TRACE = Pattern.compile("(?<![\\w@])node(?![\\w@])|nodename|cookie");

  private CertainNode() {}

  public static boolean is(Release release) {
    boolean isComplete =
        release.unreadable().stream()
            .allMatch(closed -> closed.path().equals(release.key().specification()));
    return isComplete
        && release.layers().stream().map(ConfigLayer::file).allMatch(CertainNode::isCertain);
  }

  private static boolean isCertain(SourceFile file) {
    if (file.isIntact()) {
      return true;
    }
    List<Form> broken =
        file.terms().forms().stream()
            .filter(
                form -> !form.isIntact() || file.decoding().stream().anyMatch(e -> isIn(form, e)))
            .toList();
    // Without a broken form the file is broken as a whole, such as one that is too long.
    return !broken.isEmpty()
        && broken.stream().noneMatch(f -> TRACE.matcher(f.span().in(file.text())).find());
  }

  private static boolean isIn(Form form, SyntaxError error) {
    return form.span().start() <= error.span().end() && error.span().start() <= form.span().end();
  }
}
