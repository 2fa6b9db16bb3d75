package dev.enit.core.release;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.SyntaxError;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The check whether the node of a release is certain although a part of its files is broken. Any
 * layer may set its name and its cookie, so every layer must be readable, and no broken form may
 * contain a section {@code node}.
 */
public final class CertainNode {
  /** The words in a broken form that is, or has swallowed, a section {@code node}. */
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
    // A file without a broken form is broken as a whole, for example because it is too long.
    return !broken.isEmpty()
        && broken.stream().noneMatch(f -> TRACE.matcher(f.span().in(file.text())).find());
  }

  private static boolean isIn(Form form, SyntaxError error) {
    return form.span().start() <= error.span().end() && error.span().start() <= form.span().end();
  }
}
