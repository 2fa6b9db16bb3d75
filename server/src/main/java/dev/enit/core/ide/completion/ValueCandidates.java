package dev.enit.core.ide.completion;

import dev.enit.core.config.Setting;
import dev.enit.core.parameter.ParameterValues;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a key is likely to get, and the placeholder until one is chosen. */
record ValueCandidates(SettingFacts facts) {
  /** Longer terms are not for writing at one stroke. */
  private static final int LONGEST = 60;

  /** What stands in a shape for something else. */
  private static final Pattern NAME =
      Pattern.compile("\\b(?:[A-Z]\\w*|boolean|integer|string|module)\\b|…");

  /**
   * A value that is known.
   *
   * @param text as it is written
   * @param detail a word on where it is from, empty where it is simply possible
   */
  record Value(Term term, String text, String detail) {
    static Value atom(String name, String detail) {
      return new Value(new Term.Atom(Span.at(0), name), TermPrinter.atom(name), detail);
    }

    boolean isAtom() {
      return term instanceof Term.Atom;
    }

    /** An atom as it is said, anything else as it is written. */
    String label() {
      return term instanceof Term.Atom(var _, String name) ? name : text;
    }
  }

  /** The likely values, the default first. */
  Collection<Value> likely() {
    Map<String, Value> values = new LinkedHashMap<>();
    Optional<ParameterValues> documented = facts.documented();
    documented
        .flatMap(ParameterValues::standard)
        .flatMap(term -> value(term, standard()))
        .ifPresent(value -> values.put(value.text(), value));
    if (!facts.isSecret()) {
      facts
          .appDefault()
          .filter(own -> facts.isPublic(own.value()))
          .flatMap(own -> value(own.value(), standard()))
          .ifPresent(value -> values.putIfAbsent(value.text(), value));
    }
    documented
        .map(ParameterValues::atoms)
        .orElse(List.of())
        .forEach(name -> values.putIfAbsent(TermPrinter.atom(name), Value.atom(name, "")));
    if (!facts.isSecret()) {
      facts.elsewhere().stream()
          .filter(setting -> facts.isPublic(setting.value()))
          .forEach(setting -> elsewhere(setting, values));
    }
    if (facts.isBoolean()) {
      values.putIfAbsent("true", Value.atom("true", ""));
      values.putIfAbsent("false", Value.atom("false", ""));
    }
    for (String name : facts.atomsInUse()) {
      Value value = Value.atom(name, Messages.text("completion.inUse"));
      values.putIfAbsent(value.text(), value);
    }
    return values.values();
  }

  private static void elsewhere(Setting setting, Map<String, Value> values) {
    value(setting.value(), String.valueOf(setting.layer().path().getFileName()))
        .ifPresent(
            value -> values.merge(value.text(), value, (a, b) -> a.detail().isEmpty() ? b : a));
  }

  private static Optional<Value> value(Term term, String detail) {
    return print(term).map(text -> new Value(term, text, detail));
  }

  static String standard() {
    return Messages.text("completion.default");
  }

  /** Larger values that the documentation describes. */
  List<String> shapes() {
    return facts.documented().map(ParameterValues::shapes).orElse(List.of());
  }

  /** A shape with its names to be filled in. */
  static Template fillIn(String shape) {
    Template template = Template.EMPTY;
    Matcher name = NAME.matcher(shape);
    int from = 0;
    while (name.find()) {
      template = template.text(shape.substring(from, name.start())).blank(name.group());
      from = name.end();
    }
    return template.text(shape.substring(from));
  }

  /** What stands where the value goes until the user says otherwise: the default if it is known. */
  Template placeholder() {
    Collection<Value> likely = likely();
    Optional<Value> first = likely.stream().findFirst();
    if (first.isPresent()) {
      return first.get().isAtom()
          ? Template.EMPTY.choice(likely.stream().filter(Value::isAtom).map(Value::text).toList())
          : Template.EMPTY.stop(first.get().text());
    }
    return shapes().stream().findFirst().map(ValueCandidates::fillIn).orElseGet(this::byType);
  }

  private Template byType() {
    String type = facts.parameter().map(Parameter::type).orElse("");
    if (type.startsWith("string")) {
      return Template.of("\"").end().text("\"");
    }
    if (type.startsWith("list") || type.startsWith("property list") || type.startsWith("[")) {
      return Template.of("[").end().text("]");
    }
    return type.equals("map") ? Template.of("#{").end().text("}") : Template.EMPTY.blank("");
  }

  /** A value as it is written; nothing where it is broken, or long. */
  static Optional<String> print(Term term) {
    String text = TermPrinter.print(term);
    return text.length() > LONGEST || text.indexOf('…') >= 0 ? Optional.empty() : Optional.of(text);
  }
}
