package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Application environments: the values of keys by application, both sorted by name. */
public record Environments(SortedMap<String, SortedMap<String, Term>> applications) {
  public static final Environments NONE = new Environments(new TreeMap<>());

  public Environments {
    SortedMap<String, SortedMap<String, Term>> copy = new TreeMap<>();
    applications.forEach((name, keys) -> copy.put(name, copy(keys)));
    applications = Collections.unmodifiableSortedMap(copy);
  }

  private static SortedMap<String, Term> copy(Map<String, Term> keys) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(keys));
  }

  /** Returns the values that layers set for applications, without the section {@code node}. */
  public static Environments of(EffectiveConfig config) {
    SortedMap<String, SortedMap<String, Term>> environments = new TreeMap<>();
    for (String application : config.applications()) {
      if (!application.equals(NodeKey.SECTION)) {
        environments.put(application, section(config, application));
      }
    }
    return new Environments(environments);
  }

  /** Returns the values that layers set in one section. */
  public static SortedMap<String, Term> section(EffectiveConfig config, String application) {
    SortedMap<String, Term> keys = new TreeMap<>();
    for (EffectiveValue value : config.values(application)) {
      value.winner().ifPresent(winner -> keys.put(value.key(), winner.value()));
    }
    return keys;
  }

  public boolean has(String application) {
    return applications.containsKey(application);
  }

  public SortedMap<String, Term> of(String application) {
    return applications.getOrDefault(application, Collections.emptySortedMap());
  }

  public Optional<Term> value(String application, String key) {
    return Optional.ofNullable(of(application).get(key));
  }

  /** Returns whether the same keys have equal values, whatever their notation. */
  public boolean isSame(Environments other) {
    return names(other).stream()
        .allMatch(
            name ->
                keys(other, name).stream()
                    .allMatch(key -> same(value(name, key), other.value(name, key))));
  }

  /** Returns whether two values are equal, or both absent. */
  public static boolean same(Optional<Term> one, Optional<Term> other) {
    return one.isPresent()
        ? other.isPresent() && TermValue.same(one.get(), other.get())
        : other.isEmpty();
  }

  /** Returns the keys that either has for an application. */
  SortedSet<String> keys(Environments other, String application) {
    SortedSet<String> keys = new TreeSet<>(of(application).keySet());
    keys.addAll(other.of(application).keySet());
    return keys;
  }

  /** Returns the applications that either contains. */
  SortedSet<String> names(Environments other) {
    SortedSet<String> names = new TreeSet<>(applications.keySet());
    names.addAll(other.applications.keySet());
    return names;
  }
}
