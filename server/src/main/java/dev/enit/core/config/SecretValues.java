package dev.enit.core.config;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values with a mask of fixed length in place of their secrets, at any depth: the whole value of a
 * secret key, the elements that a secret name labels in a tuple or a map, and the password of a
 * URL. Everything that shows values goes through here.
 */
public final class SecretValues {
  /** A URL with a password, which is the first group. */
  static final Pattern URL = Pattern.compile("://[^/?#\\s:@\"']*:([^/?#\\s\"']+)@");

  private SecretValues() {}

  /** Returns the text of a value, {@link Cookie#MASK} where the value of its key is a secret. */
  public static String print(SecretKeys keys, String application, String key, Term value) {
    return keys.isSecret(application, key)
        ? Cookie.MASK
        : TermPrinter.print(masked(keys, application, key, value, Cookie.MASK));
  }

  /** Returns whether a value contains no secret. */
  public static boolean isPublic(SecretKeys keys, String application, String key, Term value) {
    return !keys.isSecret(application, key) && TermValue.same(value, inside(value, Cookie.MASK));
  }

  /** Returns the value of a key with a mask, as a string, in place of each secret. */
  public static Term masked(
      SecretKeys keys, String application, String key, Term value, String mask) {
    return keys.isSecret(application, key) ? hidden(value, mask) : inside(value, mask);
  }

  /** Returns the texts of the secrets in the value of a key. */
  static Set<String> in(SecretKeys keys, String application, String key, Term value) {
    Set<String> found = new HashSet<>();
    if (keys.isSecret(application, key)) {
      texts(value, found);
    } else {
      secrets(value, found);
    }
    return found;
  }

  /** Adds the texts that {@link #inside} masks. */
  private static void secrets(Term value, Set<String> found) {
    switch (value) {
      case Term.Tuple(var _, var elements)
          when elements.size() > 1 && isSecretLabel(elements.getFirst()) ->
          elements.stream().skip(1).forEach(element -> texts(element, found));
      case Term.Tuple(var _, var elements) -> elements.forEach(element -> secrets(element, found));
      case Term.ListTerm(var _, var elements, var _) ->
          elements.forEach(element -> secrets(element, found));
      case Term.MapTerm(var _, var associations) -> {
        for (Term.Association pair : associations) {
          secrets(pair.key(), found);
          if (isSecretLabel(pair.key())) {
            texts(pair.value(), found);
          } else {
            secrets(pair.value(), found);
          }
        }
      }
      case Term.Str(var _, String text) -> passwords(text, found);
      case Term.Binary binary -> passwords(text(binary), found);
      case Term.Atom(var _, String name) -> passwords(name, found);
      default -> {}
    }
  }

  private static void passwords(String text, Set<String> found) {
    URL.matcher(text).results().map(url -> url.group(1)).forEach(found::add);
  }

  /** Adds every text in a value that is a secret as a whole. */
  private static void texts(Term value, Set<String> found) {
    switch (value) {
      case Term.Tuple(var _, var elements) -> elements.forEach(element -> texts(element, found));
      case Term.ListTerm(var _, var elements, var _) ->
          elements.forEach(element -> texts(element, found));
      case Term.MapTerm(var _, var associations) ->
          associations.forEach(pair -> texts(pair.value(), found));
      case Term.Str(var _, String text) -> found.add(text);
      case Term.Binary binary -> found.add(text(binary));
      case Term.Atom(var _, String name) -> found.add(name);
      case Term.Int(var _, var number) -> found.add(number.toString());
      default -> {}
    }
  }

  private static Term hidden(Term value, String mask) {
    return new Term.Str(value.span(), mask);
  }

  private static Term inside(Term value, String mask) {
    return switch (value) {
      case Term.Tuple(var span, var elements) -> new Term.Tuple(span, tuple(elements, mask));
      case Term.ListTerm(var span, var elements, var tail) ->
          new Term.ListTerm(span, all(elements, mask), tail == null ? null : inside(tail, mask));
      case Term.MapTerm(var span, var associations) ->
          new Term.MapTerm(span, associations.stream().map(a -> association(a, mask)).toList());
      case Term.Str(var span, String text) -> new Term.Str(span, url(text, mask));
      case Term.Binary binary -> binary(binary, mask);
      case Term.Atom(var span, String name) -> new Term.Atom(span, url(name, mask));
      default -> value;
    };
  }

  private static Term.Association association(Term.Association pair, String mask) {
    return new Term.Association(
        inside(pair.key(), mask),
        isSecretLabel(pair.key()) ? hidden(pair.value(), mask) : inside(pair.value(), mask));
  }

  /** Returns the elements of a tuple, with a mask in place of those after a secret name. */
  private static List<Term> tuple(List<Term> elements, String mask) {
    if (elements.size() < 2 || !isSecretLabel(elements.getFirst())) {
      return all(elements, mask);
    }
    List<Term> masked = new ArrayList<>();
    masked.add(elements.getFirst());
    elements.stream().skip(1).forEach(element -> masked.add(hidden(element, mask)));
    return masked;
  }

  private static List<Term> all(List<Term> elements, String mask) {
    return elements.stream().map(element -> inside(element, mask)).toList();
  }

  /** Returns whether a term labels a secret. A name that is missing in a broken text may do. */
  private static boolean isSecretLabel(Term term) {
    if (term instanceof Term.Missing) {
      return true;
    }
    @Nullable String name =
        switch (term) {
          case Term.Atom(var _, String atom) -> atom;
          case Term.Str(var _, String text) -> text;
          case Term.Binary binary -> text(binary);
          default -> null;
        };
    return name != null && SecretKeys.isSecretName(name);
  }

  private static Term binary(Term.Binary binary, String mask) {
    String text = text(binary);
    String masked = url(text, mask);
    return masked.equals(text)
        ? binary
        : new Term.Binary(
            binary.span(), Bytes.of(masked.getBytes(StandardCharsets.UTF_8)), binary.isText());
  }

  private static String text(Term.Binary binary) {
    return new String(binary.value().toByteArray(), StandardCharsets.UTF_8);
  }

  private static String url(String text, String mask) {
    if (!text.contains("://")) {
      return text;
    }
    Matcher url = URL.matcher(text);
    StringBuilder masked = new StringBuilder();
    int end = 0;
    while (url.find()) {
      masked.append(text, end, url.start(1)).append(mask);
      end = url.end(1);
    }
    return masked.append(text, end, text.length()).toString();
  }
}
