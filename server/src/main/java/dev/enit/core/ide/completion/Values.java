package dev.enit.core.ide.completion;

import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppDefault;
import dev.enit.core.parameter.Parameter;
import dev.enit.core.parameter.ParameterValues;
import dev.enit.core.text.Messages;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a key is likely to get, and what stands in its place while nobody has said. */
record Values(SettingFacts facts) {
  /** Longer terms are not for writing at one stroke. */
  private static final int LONGEST = 60;

  /** What stands in a shape for something else. */
  private static final Pattern NAME =
      Pattern.compile("\\b(?:[A-Z]\\w*|boolean|integer|string|module)\\b|…");

  /** The likely values as they are written, the likeliest first, each with a word on it. */
  Map<String, String> likely() {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<ParameterValues> documented = facts.documented();
    documented.flatMap(ParameterValues::standard).ifPresent(v -> values.put(v, standard()));
    if (!facts.isSecret()) {
      facts
          .appDefault()
          .map(AppDefault::value)
          .flatMap(Values::print)
          .ifPresent(v -> values.putIfAbsent(v, standard()));
    }
    documented
        .map(ParameterValues::atoms)
        .orElse(List.of())
        .forEach(v -> values.putIfAbsent(v, ""));
    if (!facts.isSecret()) {
      facts.elsewhere().forEach(setting -> elsewhere(setting, values));
    }
    if (facts.isBoolean()) {
      values.putIfAbsent("true", "");
      values.putIfAbsent("false", "");
    }
    facts.atomsInUse().forEach(v -> values.putIfAbsent(TermPrinter.atom(v), inUse()));
    return values;
  }

  private static void elsewhere(Setting setting, Map<String, String> values) {
    print(setting.value())
        .ifPresent(v -> values.merge(v, file(setting), (a, b) -> a.isEmpty() ? b : a));
  }

  private static String file(Setting setting) {
    return String.valueOf(setting.layer().path().getFileName());
  }

  private static String standard() {
    return Messages.text("completion.default");
  }

  private static String inUse() {
    return Messages.text("completion.inUse");
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

  /**
   * What stands where the value goes until the user says otherwise: the default, where it is known.
   */
  Template placeholder() {
    Map<String, String> likely = likely();
    List<String> atoms = new ArrayList<>(likely.keySet());
    if (!atoms.isEmpty()) {
      atoms.removeIf(value -> !isAtom(value));
      String first = likely.keySet().iterator().next();
      return isAtom(first) ? Template.EMPTY.choice(atoms) : Template.EMPTY.stop(first);
    }
    return shapes().stream().findFirst().map(Values::fillIn).orElseGet(this::byType);
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

  private static boolean isAtom(String value) {
    return term(value) instanceof Term.Atom;
  }

  /** A value as it is written; nothing where it is broken, or long. */
  static Optional<String> print(Term term) {
    String text = TermPrinter.print(term);
    return text.length() > LONGEST || text.indexOf('…') >= 0 ? Optional.empty() : Optional.of(text);
  }

  /** The term of a value, for who has to know its kind. */
  static Term term(String value) {
    Term term = TermParser.parse(value + " .").forms().getFirst().term();
    return term == null ? new Term.Missing(Span.at(0)) : term;
  }
}
