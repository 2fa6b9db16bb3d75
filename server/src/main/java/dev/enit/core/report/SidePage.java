package dev.enit.core.report;

import dev.enit.core.config.Cookie;
import dev.enit.core.config.Environments;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretValues;
import dev.enit.core.node.AppliedRecord;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One side of what an editor shows beside each other: the node, or the files, with every key that
 * enit manages, a key a line, so that lines stand beside lines. Secrets are masked, and other than
 * on the other side where they are.
 */
public final class SidePage {
  /** The mark after the mask of a secret that differs from the one on the disk. */
  private static final String OTHER = "*";

  private final SecretKeys secrets;
  private final RunningConfig running;
  private final Environments disk;
  private final Environments applied;
  private final Environments original;

  private SidePage(Release release, RunningConfig running) {
    this.secrets = release.config().secrets();
    this.running = running;
    this.disk = Environments.of(release.config());
    this.applied = running.applied().map(AppliedRecord::config).orElse(Environments.NONE);
    this.original = running.applied().map(AppliedRecord::original).orElse(Environments.NONE);
  }

  /** Returns the side of the node; every line ends with a line feed. */
  public static String running(Workspace workspace, ReleaseKey key) {
    return of(workspace, key, SidePage::inNode);
  }

  /** Returns the side of the files as the editor has them; every line ends with a line feed. */
  public static String disk(Workspace workspace, ReleaseKey key) {
    return of(workspace, key, SidePage::onDisk);
  }

  private interface Side {
    /** Returns the value of a key as text, or empty if it has none. */
    Optional<String> value(SidePage page, String application, String key);
  }

  /** Returns a side; the title is the same on both, since it is no difference. */
  private static String of(Workspace workspace, ReleaseKey key, Side side) {
    Release release = workspace.release(key);
    String node = release.node().nodename();
    return workspace
        .diff(key)
        .map(
            diff ->
                new SidePage(release, diff.running())
                    .text(Messages.text("page.managed", node), side))
        .orElseGet(
            () ->
                comment(
                    UnknownNode.text(release, workspace.live(key))
                        .orElseGet(() -> Messages.text("page.busy", node))));
  }

  private static String comment(String text) {
    return "%% " + TerminalText.harmless(text) + "\n";
  }

  private String text(String title, Side side) {
    StringBuilder page = new StringBuilder(comment(title));
    managed()
        .forEach(
            (application, keys) -> {
              List<String> entries = new ArrayList<>();
              for (String key : keys) {
                side.value(this, application, key)
                    .ifPresent(v -> entries.add("{" + TermPrinter.atom(key) + ", " + v + "}"));
              }
              page.append(section(application, entries));
            });
    return page.toString();
  }

  private static String section(String application, List<String> entries) {
    StringBuilder section = new StringBuilder("\n{").append(TermPrinter.atom(application));
    section.append(", [");
    for (int i = 0; i < entries.size(); i++) {
      section.append(i == 0 ? "\n    " : ",\n    ").append(TerminalText.harmless(entries.get(i)));
    }
    return section.append(entries.isEmpty() ? "]}.\n" : "\n]}.\n").toString();
  }

  /** Returns the keys that enit has applied or would apply, by application. */
  private SortedMap<String, SortedSet<String>> managed() {
    SortedMap<String, SortedSet<String>> managed = new TreeMap<>();
    for (Environments some : List.of(applied, disk)) {
      some.applications()
          .forEach(
              (application, keys) ->
                  managed.computeIfAbsent(application, _ -> new TreeSet<>()).addAll(keys.keySet()));
    }
    return managed;
  }

  private Optional<String> inNode(String application, String key) {
    Optional<Term> value = node(application, key);
    boolean isSame = Environments.same(value, files(application, key));
    return value.map(v -> masked(application, key, isSame ? Cookie.MASK : Cookie.MASK + OTHER, v));
  }

  private Optional<String> onDisk(String application, String key) {
    return files(application, key).map(v -> masked(application, key, Cookie.MASK, v));
  }

  private String masked(String application, String key, String mask, Term value) {
    return TermPrinter.print(SecretValues.masked(secrets, application, key, value, mask));
  }

  /**
   * Returns the value in the node; for an application that is not loaded, the value that it would
   * get.
   */
  private Optional<Term> node(String application, String key) {
    Environments environments = running.environments();
    return (environments.has(application) ? environments : applied).value(application, key);
  }

  /**
   * Returns the value by the files; for a key that no file sets any more, the application's own
   * value.
   */
  private Optional<Term> files(String application, String key) {
    return disk.value(application, key)
        .or(
            () ->
                running.environments().has(application)
                    ? original.value(application, key)
                    : Optional.empty());
  }
}
