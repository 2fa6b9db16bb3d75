package dev.enit.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigDiffTest {
  private static final String NONE = "-";
  private static final List<String> VALUES = List.of(NONE, "1", "1.0", "\"ab\"", "[97,98]");

  private static Term term(String text) {
    return Objects.requireNonNull(TermParser.parse(text + ".").forms().getFirst().term(), text);
  }

  private static Environments environment(String value) {
    SortedMap<String, Term> keys = new TreeMap<>();
    if (!value.equals(NONE)) {
      keys.put("key", term(value));
    }
    return new Environments(new TreeMap<>(Map.of("app", keys)));
  }

  private static String found(ConfigDiff diff) {
    List<String> found = new ArrayList<>();
    diff.pending().forEach(change -> found.add("pending " + told(change)));
    diff.drift().forEach(change -> found.add("drift " + told(change)));
    return String.join("; ", found);
  }

  private static String told(KeyChange change) {
    return change.kind() + " " + change.target().map(TermPrinter::print).orElse(NONE);
  }

  /**
   * The values that enit applied, that the application had before, that run, and that are on disk.
   */
  @ParameterizedTest
  @CsvSource({
    "1, -, 1, 1,   ''",
    "1, -, 1, 2,   pending CHANGED 2",
    "1, -, 1, -,   pending REMOVED -",
    "1, 5, 1, -,   pending REMOVED 5",
    "1, 5, 5, -,   ''",
    "1, -, -, -,   ''",
    "-, -, -, 2,   pending ADDED 2",
    "-, 5, 5, 2,   pending CHANGED 2",
    "-, 5, 2, 2,   ''",
    "-, 5, 7, -,   ''",
    "-, -, 7, -,   ''",
    "1, -, 7, 1,   drift CHANGED 1",
    "1, -, -, 1,   drift ADDED 1",
    "1, -, 7, 2,   pending CHANGED 2",
    "1, -, 2, 2,   ''",
    "1, 5, 7, -,   pending REMOVED 5",
    "1, -, 1, 1.0, pending CHANGED 1.0",
  })
  void theDiskWinsOnlyWhereItSaysSomethingNew(
      String applied, String original, String running, String disk, String expected) {
    ConfigDiff diff =
        ConfigDiff.of(
            environment(applied), environment(original), environment(running), environment(disk));
    assertEquals(expected, found(diff));
  }

  @Test
  void valuesCountNotTheirSpelling() {
    assertEquals(
        "",
        found(
            ConfigDiff.of(
                environment("16#10"),
                environment(NONE),
                environment("16"),
                environment("$\\x{10}"))));
    assertEquals(
        "",
        found(
            ConfigDiff.of(
                environment("#{a => 1, b => 2}"),
                environment(NONE),
                environment("#{b => 2, a => 0, a => 1}"),
                environment("#{a => 1, b => 2}"))));
  }

  /** Nothing runs with the keys of an application that is not loaded, so nothing drifts there. */
  @ParameterizedTest
  @CsvSource({"1, 1, ''", "1, 2, pending CHANGED 2", "-, 2, pending ADDED 2"})
  void ofAnApplicationThatIsNotLoadedTheDiskIsComparedWithWhatWasApplied(
      String applied, String disk, String expected) {
    ConfigDiff diff =
        ConfigDiff.of(
            environment(applied), Environments.NONE, Environments.NONE, environment(disk));
    assertEquals(expected, found(diff));
    diff.pending().forEach(change -> assertEquals(false, change.isLoaded()));
  }

  /** It was loaded after enit applied its keys, and so has none of them. */
  @Test
  void whatWasAppliedToAnApplicationBeforeItWasLoadedIsPending() {
    ConfigDiff diff =
        ConfigDiff.of(environment("1"), Environments.NONE, environment("5"), environment("1"));
    assertEquals("pending CHANGED 1", found(diff));
  }

  @Test
  void aSectionIsComparedWithTheOneInForce() {
    List<KeyChange> changes =
        ConfigDiff.ofSection(
            "node",
            Map.of("hidden", term("true"), "smp", term("auto")),
            Map.of("hidden", term("false"), "start_delay", term("1")));
    assertEquals(
        List.of("hidden CHANGED false", "smp REMOVED -", "start_delay ADDED 1"),
        changes.stream().map(change -> change.key() + " " + told(change)).toList());
  }

  /** Over every combination of values, alone and among each other. */
  @Test
  void appliedOnceNothingIsPendingAndDriftIsLeft() {
    Random random = new Random(20120607);
    for (int round = 0; round < 3000; round++) {
      Sides sides = Sides.random(random);
      ConfigDiff diff = sides.diff();
      Sides after = sides.with(diff.pending());
      assertEquals(List.of(), after.diff().pending(), sides.toString());
      assertEquals(drifted(diff), drifted(after.diff()), sides.toString());
      Sides forced = after.with(after.diff().drift());
      assertEquals(new ConfigDiff(List.of(), List.of()), forced.diff(), sides.toString());
    }
  }

  @Test
  void whatEnitNeverAppliedIsNeverTouched() {
    Random random = new Random(19980512);
    for (int round = 0; round < 3000; round++) {
      Sides sides = Sides.random(random);
      List<KeyChange> all = new ArrayList<>(sides.diff().pending());
      all.addAll(sides.diff().drift());
      for (KeyChange change : all) {
        boolean isOurs =
            sides.applied.value(change.application(), change.key()).isPresent()
                || sides.disk.value(change.application(), change.key()).isPresent();
        assertTrue(isOurs, sides.toString());
      }
    }
  }

  private static List<String> drifted(ConfigDiff diff) {
    return diff.drift().stream().map(c -> c.application() + "." + c.key() + told(c)).toList();
  }

  /** The inputs of the comparison. */
  private record Sides(
      Environments applied, Environments original, Environments running, Environments disk) {

    static Sides random(Random random) {
      Environments running = some(random);
      Environments original = some(random);
      // What was loaded at one time need not be loaded now, and the other way round.
      return new Sides(some(random), original, running, some(random));
    }

    private static Environments some(Random random) {
      SortedMap<String, SortedMap<String, Term>> environments = new TreeMap<>();
      for (String application : List.of("a", "b", "c")) {
        if (random.nextInt(4) > 0) {
          environments.put(application, keys(random));
        }
      }
      return new Environments(environments);
    }

    private static SortedMap<String, Term> keys(Random random) {
      SortedMap<String, Term> keys = new TreeMap<>();
      for (String key : List.of("k", "l", "m")) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        if (!value.equals(NONE)) {
          keys.put(key, term(value));
        }
      }
      return keys;
    }

    ConfigDiff diff() {
      return ConfigDiff.of(applied, original, running, disk);
    }

    /** Applies the keys as the node does: sets them, and records the former and the new values. */
    Sides with(List<KeyChange> changes) {
      SortedMap<String, SortedMap<String, Term>> next = copy(running);
      for (KeyChange change : changes) {
        if (change.isLoaded()) {
          Optional<Term> target = change.target();
          SortedMap<String, Term> keys = Objects.requireNonNull(next.get(change.application()));
          target.ifPresentOrElse(
              value -> keys.put(change.key(), value), () -> keys.remove(change.key()));
        }
      }
      SortedMap<String, SortedMap<String, Term>> remembered = copy(original);
      for (String application : disk.applications().keySet()) {
        if (running.has(application)) {
          remembered.putIfAbsent(application, new TreeMap<>(running.of(application)));
        }
      }
      return new Sides(disk, new Environments(remembered), new Environments(next), disk);
    }

    private static SortedMap<String, SortedMap<String, Term>> copy(Environments environments) {
      SortedMap<String, SortedMap<String, Term>> copy = new TreeMap<>();
      environments.applications().forEach((name, keys) -> copy.put(name, new TreeMap<>(keys)));
      return copy;
    }
  }
}
