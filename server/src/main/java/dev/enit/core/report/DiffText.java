package dev.enit.core.report;

import dev.enit.core.check.Severity;
import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.node.AppliedRecord.AtStart;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.CodeDiff.ApplicationChange;
import dev.enit.core.node.CodeDiff.GoneFolder;
import dev.enit.core.node.CodeDiff.PatchedModule;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The comparison of a node with its files as text: the changes on the left, their sources on the
 * right. Secrets are masked.
 */
public final class DiffText {
  /** The widest value that moves the column of sources to the right. */
  private static final int WIDEST = 60;

  /** The number of module names in a line. */
  private static final int NAMED = 5;

  private static final String DETAIL = "      ";

  private final Consumer<String> out;
  private final Function<Path, String> names;
  private final TextStyle ink;
  private final Optional<SecretKeys> masked;

  /**
   * A text.
   *
   * @param out takes its lines
   * @param names what a file is called for the reader
   * @param masked the rule for secrets; empty where they are shown
   */
  public DiffText(
      Consumer<String> out,
      Function<Path, String> names,
      TextStyle ink,
      Optional<SecretKeys> masked) {
    this.out = out;
    this.names = names;
    this.ink = ink;
    this.masked = masked;
  }

  /** Writes it. */
  public void print(ReleaseDiff diff) {
    String name = diff.release().name();
    String node = diff.running().node();
    if (diff.isEmpty()) {
      line(Messages.text("diff.nothing", node));
      enitGone(diff.restart().code());
      return;
    }
    line(ink.bold(Messages.text("diff.title", name, node)));
    keys("diff.pending", name, diff.pending(), this::pending);
    keys("diff.drift", name, diff.drift(), this::drift);
    restart(diff);
    patched(diff.restart().code());
    enitGone(diff.restart().code());
  }

  private interface Row {
    /** Prints the line of a key, and remarks below it. */
    void print(KeyDifference difference, int width);
  }

  private void keys(String title, String release, List<KeyDifference> differences, Row row) {
    if (differences.isEmpty()) {
      return;
    }
    heading(Messages.text(title, release));
    String application = "";
    int width = width(differences);
    for (KeyDifference difference : differences) {
      if (!application.equals(difference.change().application())) {
        application = difference.change().application();
        line(ink.bold(TerminalText.harmless(application)));
      }
      row.print(difference, width);
    }
  }

  private void pending(KeyDifference difference, int width) {
    KeyChange change = difference.change();
    placed(mark(change.kind()), shown(change, change.target()), difference.source(), width);
    StringBuilder detail = new StringBuilder();
    change.running().ifPresent(v -> part(detail, Messages.text("diff.was", print(change, v))));
    if (change.kind() == KeyChange.Kind.REMOVED) {
      String words = change.target().isPresent() ? "diff.removed.original" : "diff.removed";
      part(detail, Messages.text(words));
    }
    part(detail, Messages.text("diff.effect." + difference.effect().kind(), change.application()));
    detail(detail.toString());
  }

  private void drift(KeyDifference difference, int width) {
    KeyChange change = difference.change();
    String running =
        change.running().isPresent()
            ? shown(change, change.running())
            : Messages.text("diff.unset", change.key());
    placed(ink.severity(Severity.INFORMATION, "!"), running, difference.source(), width);
    change.disk().ifPresent(v -> detail(Messages.text("diff.drifted", print(change, v))));
  }

  private void restart(ReleaseDiff diff) {
    RestartDiff restart = diff.restart();
    if (restart.isEmpty()) {
      return;
    }
    heading(Messages.text("diff.restart", diff.release().name()));
    restart.version().ifPresent(version -> line("  " + Messages.text("diff.version", version)));
    code(restart.code());
    restart.added().forEach(app -> application(mark(KeyChange.Kind.ADDED), app));
    restart.removed().forEach(app -> application(mark(KeyChange.Kind.REMOVED), app));
    int width = width(restart.node());
    for (KeyDifference difference : restart.node()) {
      KeyChange change = difference.change();
      String shown = "node " + shown(change, change.target());
      placed(mark(change.kind()), shown, difference.source(), width + "node ".length());
      change.running().ifPresent(v -> detail(Messages.text("diff.was", print(change, v))));
    }
    for (Waiting waiting : restart.waiting()) {
      waiting(diff, waiting);
    }
  }

  private void code(CodeDiff code) {
    String mark = mark(KeyChange.Kind.CHANGED);
    code.otp()
        .map(otp -> Messages.text("diff.otp", otp.running(), otp.installed()))
        .ifPresent(text -> line("  " + mark + " " + TerminalText.harmless(text)));
    for (ApplicationChange change : code.applications()) {
      application(mark, RestartDiff.words(change));
      if (!change.modules().isEmpty()) {
        detail(TerminalText.harmless(Messages.text("diff.modules", some(change.modules()))));
      }
    }
    code.gone().stream()
        .filter(gone -> !gone.isOfEnit())
        .map(gone -> Messages.text("diff.gone", gone.folder()))
        .forEach(
            text -> line("  " + mark(KeyChange.Kind.REMOVED) + " " + TerminalText.harmless(text)));
  }

  private void patched(CodeDiff code) {
    if (code.patched().isEmpty()) {
      return;
    }
    heading(Messages.text("diff.patched"));
    for (PatchedModule module : code.patched()) {
      String name = Messages.text("diff.patched.module", module.module(), module.application());
      String from =
          module
              .folder()
              .map(folder -> Messages.text("diff.patched.from", folder))
              .orElseGet(() -> Messages.text("diff.patched.nowhere"));
      String mark = ink.severity(Severity.INFORMATION, "!");
      line(
          "  "
              + mark
              + " "
              + TerminalText.harmless(name)
              + "  "
              + ink.dim(TerminalText.harmless(from)));
    }
  }

  private void enitGone(CodeDiff code) {
    remarks(code).forEach(text -> heading(TerminalText.harmless(text)));
  }

  /** Returns remarks on the code of a node that are no reason for a restart. */
  public static List<String> remarks(CodeDiff code) {
    return code.gone().stream()
        .filter(GoneFolder::isOfEnit)
        .map(gone -> Messages.text("diff.gone.enit", gone.folder()))
        .toList();
  }

  private static String some(List<String> names) {
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED)) + ", …";
  }

  private void waiting(ReleaseDiff diff, Waiting waiting) {
    String name = waiting.application() + " ";
    Optional<Term> now = diff.running().environments().value(waiting.application(), waiting.key());
    line("  " + ink.dim("…") + " " + name + shown(waiting.application(), waiting.key(), now));
    detail(
        switch (waiting.atStart()) {
          case AtStart.Value(Term value) ->
              Messages.text("diff.waiting", print(waiting.application(), waiting.key(), value));
          case AtStart.Unset _ -> Messages.text("diff.waiting.unset");
          case AtStart.Unknown _ -> Messages.text("diff.waiting.unknown");
        });
  }

  private void application(String mark, String application) {
    line("  " + mark + " " + Messages.text("diff.application", TerminalText.harmless(application)));
  }

  private void placed(String mark, String shown, Optional<Setting> source, int width) {
    if (source.isEmpty()) {
      line("  " + mark + " " + shown);
      return;
    }
    Setting setting = source.get();
    String place =
        TerminalText.harmless(names.apply(setting.layer().path())) + ":" + setting.line();
    line("  " + mark + " " + TerminalText.pad(shown, width) + "  " + ink.dim(place));
  }

  private void detail(String text) {
    line(ink.dim(DETAIL + text));
  }

  private static void part(StringBuilder detail, String text) {
    detail.append(detail.isEmpty() ? "" : "; ").append(text);
  }

  private void heading(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    out.accept(text);
  }

  private int width(List<KeyDifference> differences) {
    return differences.stream()
        .map(KeyDifference::change)
        .mapToInt(change -> TerminalText.width(shown(change, change.target())))
        .filter(width -> width <= WIDEST)
        .max()
        .orElse(0);
  }

  private String shown(KeyChange change, Optional<Term> value) {
    return shown(change.application(), change.key(), value);
  }

  private String shown(String application, String key, Optional<Term> value) {
    String name = TerminalText.harmless(TermPrinter.atom(key));
    return value.map(v -> name + " = " + print(application, key, v)).orElse(name);
  }

  private String print(KeyChange change, Term value) {
    return print(change.application(), change.key(), value);
  }

  private String print(String application, String key, Term value) {
    return TerminalText.harmless(
        masked
            .map(keys -> SecretValues.print(keys, application, key, value))
            .orElseGet(() -> TermPrinter.print(value)));
  }

  private String mark(KeyChange.Kind kind) {
    return switch (kind) {
      case ADDED -> ink.help("+");
      case CHANGED -> ink.severity(Severity.WARNING, "~");
      case REMOVED -> ink.severity(Severity.ERROR, "-");
    };
  }
}
