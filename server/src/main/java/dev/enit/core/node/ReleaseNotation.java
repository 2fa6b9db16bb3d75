package dev.enit.core.node;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Environments;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.node.AppliedRecord.AtStart;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermNotation;
import dev.enit.grammar.term.TermValue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The notation of the values of a node: that of the files of its release. A node does not know
 * whether a value was written as a string or as a list; the layers and the defaults in the {@code
 * .app} file do, and both sides of a comparison are to read alike.
 */
record ReleaseNotation(Release release) {

  RunningConfig of(RunningConfig running) {
    SortedMap<String, RunningConfig.Application> applications = new TreeMap<>();
    running
        .applications()
        .forEach(
            (name, loaded) ->
                applications.put(
                    name,
                    new RunningConfig.Application(
                        loaded.version(),
                        loaded.isRunning(),
                        loaded.isTold(),
                        section(name, loaded.environment()))));
    return new RunningConfig(
        running.node(),
        running.pid(),
        applications,
        running.applied().map(this::of),
        running.stamp());
  }

  private AppliedRecord of(AppliedRecord applied) {
    return new AppliedRecord(
        applied.release(),
        applied.version(),
        applied.applications(),
        of(applied.config()),
        of(applied.original()),
        applied.node().map(section -> section(NodeKey.SECTION, section)),
        applied.waiting().stream().map(this::of).toList());
  }

  private Waiting of(Waiting waiting) {
    return waiting.atStart() instanceof AtStart.Value(Term value)
        ? new Waiting(
            waiting.application(),
            waiting.key(),
            new AtStart.Value(value(waiting.application(), waiting.key(), value)))
        : waiting;
  }

  private Environments of(Environments environments) {
    SortedMap<String, SortedMap<String, Term>> applications = new TreeMap<>();
    environments
        .applications()
        .forEach((name, section) -> applications.put(name, section(name, section)));
    return new Environments(applications);
  }

  private SortedMap<String, Term> section(String application, SortedMap<String, Term> values) {
    SortedMap<String, Term> written = new TreeMap<>();
    values.forEach((key, value) -> written.put(key, value(application, key, value)));
    return written;
  }

  private Term value(String application, String key, Term value) {
    return release.config().value(application, key).map(known -> like(value, known)).orElse(value);
  }

  /** The term of the file that has the very value, else the notation of the one in force. */
  private static Term like(Term value, EffectiveValue known) {
    return Stream.concat(
            known.settings().stream().map(Setting::value),
            known.appDefault().stream().map(AppDefault::value))
        .filter(written -> TermValue.same(written, value))
        .findFirst()
        .orElseGet(() -> TermNotation.like(value, known.value()));
  }
}
