package dev.enit.core.ide.link;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.NodeKey;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths in values that exist. In a copy of a host's tree a path means that host, so it is looked
 * for below the same folder, and this computer's file of that name is not taken for it. Names that
 * have a definition are no links: an editor would follow the link in its place.
 */
public final class PathLinks {
  /** How many paths are looked for: each asks the disk. */
  private static final int MOST = 1_000;

  private static final int LONGEST = 4_096;

  private final SourceFile file;
  private final Optional<Path> prefix;
  private final List<PathLink> links = new ArrayList<>();
  private int asked;

  private PathLinks(SourceFile file, Optional<Path> prefix) {
    this.file = file;
    this.prefix = prefix;
  }

  /** The links of a file in the order of its text. */
  public static List<PathLink> of(Workspace workspace, SourceFile file) {
    Optional<Path> prefix =
        workspace.releaseOf(file.path()).map(ReleaseKey::roots).flatMap(Roots::prefix);
    PathLinks links = new PathLinks(file, prefix);
    if (file.path().endsWith(SettingsFile.NAME)) {
      file.terms().forms().forEach(links::settings);
    } else if (!file.path().endsWith(ReleaseKey.SPECIFICATION)) {
      ConfigForm.of(file.terms()).forEach(links::section);
    }
    return List.copyOf(links.links);
  }

  private void settings(Form form) {
    if (form.term() != null) {
      values(form, form.term());
    }
  }

  private void section(ConfigForm form) {
    if (form instanceof ConfigForm.Section section) {
      boolean node = section.application().name().equals(NodeKey.SECTION);
      for (ConfigForm.Entry entry : section.entries()) {
        if (!(node && entry.key().name().equals(NodeKey.COOKIE.key()))) {
          values(section.form(), entry.value());
        }
      }
    }
  }

  private void values(Form form, Term term) {
    CancellationToken.check();
    switch (term) {
      case Term.Str(var _, String text) -> link(form, term, text);
      case Term.Binary(var _, var bytes, var _)
          when bytes.isWhole() && bytes.byteCount() <= LONGEST ->
          link(form, term, new String(bytes.toByteArray(), StandardCharsets.UTF_8));
      default -> TermPath.children(term).forEach(child -> values(form, child));
    }
  }

  private void link(Form form, Term term, String text) {
    path(text)
        .filter(path -> asked++ < MOST && Files.exists(path))
        .ifPresent(
            path -> {
              Span span = inside(form.absolute(term), text);
              links.add(new PathLink(span, path, !path.toString().equals(text)));
            });
  }

  /** Where a text leads that may be a path. */
  private Optional<Path> path(String text) {
    boolean settings = file.path().endsWith(SettingsFile.NAME);
    if (text.length() < 2 || text.length() > LONGEST || !(settings || text.startsWith("/"))) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(text);
      return Optional.of(
          settings
              ? file.path().resolveSibling(path).normalize()
              : prefix.map(root -> root.resolve(text.substring(1))).orElse(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The text without its quotes, where it stands there as it is. */
  private Span inside(Span literal, String text) {
    int at = literal.in(file.text()).indexOf(text);
    int start = literal.start() + at;
    return at >= 0 ? new Span(start, start + text.length()) : literal;
  }

  /**
   * A path in a value, and the file or folder that it means.
   *
   * @param span of the path, in offsets of the file
   * @param elsewhere whether the target is another path than the one that is written
   */
  public record PathLink(Span span, Path target, boolean elsewhere) {}
}
