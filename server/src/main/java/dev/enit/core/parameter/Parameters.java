package dev.enit.core.parameter;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue of parameters: a file {@code parameters/APPLICATION.terms} for each of OTP's
 * applications whose parameters are documented, read when it is first asked for.
 */
public final class Parameters {
  /** The applications with a file. */
  public static final List<String> APPLICATIONS =
      List.of("crypto", "kernel", "mnesia", "os_mon", "sasl", "ssl", "stdlib");

  private static final Map<String, Map<String, Parameter>> LOADED = new ConcurrentHashMap<>();

  private Parameters() {}

  /** A parameter; empty where nothing is known of it. */
  public static Optional<Parameter> find(String application, String key) {
    return Optional.ofNullable(of(application).get(key));
  }

  /** The parameters of an application by key; none where nothing is known of it. */
  public static Map<String, Parameter> of(String application) {
    return APPLICATIONS.contains(application)
        ? LOADED.computeIfAbsent(application, Parameters::load)
        : Map.of();
  }

  private static Map<String, Parameter> load(String application) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Form form : TermParser.parse(resource(application)).forms()) {
      if (form.term() instanceof Term.Tuple(var _, var pair)
          && pair.size() == 2
          && pair.get(0) instanceof Term.Atom(var _, String key)
          && pair.get(1) instanceof Term.ListTerm(var _, var properties, var _)) {
        parameters.put(key, parameter(key, texts(properties)));
      }
    }
    return parameters;
  }

  private static Parameter parameter(String key, Map<String, String> texts) {
    return new Parameter(
        key,
        texts.getOrDefault("type", ""),
        Optional.ofNullable(texts.get("unit")),
        Optional.ofNullable(texts.get("default")),
        TakesEffect.Kind.of(texts.getOrDefault("effect", "")),
        Optional.ofNullable(texts.get("since")),
        Optional.ofNullable(texts.get("obsolete")),
        texts.getOrDefault("meaning", ""));
  }

  private static Map<String, String> texts(List<Term> properties) {
    Map<String, String> texts = new HashMap<>();
    for (Term property : properties) {
      if (property instanceof Term.Tuple(var _, var pair)
          && pair.size() == 2
          && pair.get(0) instanceof Term.Atom(var _, String name)) {
        texts.put(name, text(pair.get(1)));
      }
    }
    return texts;
  }

  private static String text(Term value) {
    return switch (value) {
      case Term.Str(var _, String text) -> text;
      case Term.Atom(var _, String name) -> name;
      case Term.Int(var _, var number) -> number.toString();
      default -> throw new IllegalStateException("no text in the catalogue of parameters");
    };
  }

  private static String resource(String application) {
    String name = "/parameters/" + application + ".terms";
    try (InputStream in = Parameters.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A parameter that the documentation of OTP describes.
   *
   * @param type what it takes, in words
   * @param unit of a number, such as {@code seconds}
   * @param standard what holds where nothing is set, in words
   * @param kind when a change of it takes effect
   * @param since the first OTP release that has it; empty for one that all supported releases have
   * @param obsolete what to use instead
   * @param meaning what it does, in Markdown
   */
  public record Parameter(
      String key,
      String type,
      Optional<String> unit,
      Optional<String> standard,
      TakesEffect.Kind kind,
      Optional<String> since,
      Optional<String> obsolete,
      String meaning) {}
}
