package dev.enit.core.settings;

import dev.enit.core.host.RegularFile;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reader of {@code enit.config}: forms such as {@code {release_dir, "var/lib/enit"}.} and
 * {@code {lib_dirs, ["lib"]}.}; relative paths are resolved against the folder of the file. An
 * unknown form is skipped: checks report it.
 */
public final class SettingsFile {
  public static final String NAME = "enit.config";

  /**
   * The setting that declares keys whose values are secrets: a list of {@code {Application, Key}}.
   */
  public static final String SECRETS = "secrets";

  private SettingsFile() {}

  /** Returns the settings of a file, or empty settings if it is absent or cannot be read. */
  public static Settings read(Path file) {
    try {
      return parse(file, text(file));
    } catch (IOException e) {
      return Settings.NONE;
    }
  }

  /**
   * Returns the text of a settings file.
   *
   * @throws IOException if it is absent or cannot be read
   */
  public static String text(Path file) throws IOException {
    return SourceDecoder.decode(RegularFile.read(file, RegularFile.MAX_TERMS)).text();
  }

  /**
   * Returns the directories that {@code safe_dirs} lists. Only the file of the host may list them:
   * a directory cannot declare itself safe.
   */
  static List<Path> safeDirs(Path file) {
    List<Path> safe = new ArrayList<>();
    try {
      for (Form form : TermParser.parse(text(file)).forms()) {
        if (form.term() instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(0) instanceof Term.Atom(var _, String key)
            && key.equals("safe_dirs")) {
          safe.addAll(paths(file, pair.get(1)));
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return safe;
  }

  /** Returns the settings in a text, read as the contents of the file. */
  public static Settings parse(Path file, String text) {
    Settings settings = Settings.NONE;
    for (Form form : TermParser.parse(text).forms()) {
      if (form.term() instanceof Term.Tuple(var _, var elements)
          && elements.size() == 2
          && elements.get(0) instanceof Term.Atom(var _, String key)) {
        settings = setting(file, key, elements.get(1)).orElse(settings);
      }
    }
    return settings;
  }

  private static Settings setting(Path file, String key, Term value) {
    Optional<Path> path = path(file, value);
    return switch (key) {
      case "release_dir" -> new Settings(path, Optional.empty(), Optional.empty(), List.of());
      case "config_dir" -> new Settings(Optional.empty(), path, Optional.empty(), List.of());
      case "otp" -> new Settings(Optional.empty(), Optional.empty(), path, List.of());
      case "lib_dirs" ->
          new Settings(Optional.empty(), Optional.empty(), Optional.empty(), paths(file, value));
      case SECRETS -> Settings.ofSecrets(secrets(value));
      default -> Settings.NONE;
    };
  }

  private static Map<String, Set<String>> secrets(Term value) {
    Map<String, Set<String>> secrets = new HashMap<>();
    if (value instanceof Term.ListTerm(var _, var elements, var _)) {
      for (Term element : elements) {
        if (element instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(0) instanceof Term.Atom(var _, String application)
            && pair.get(1) instanceof Term.Atom(var _, String key)) {
          secrets.computeIfAbsent(application, _ -> new HashSet<>()).add(key);
        }
      }
    }
    return secrets;
  }

  private static List<Path> paths(Path file, Term value) {
    List<Path> paths = new ArrayList<>();
    if (value instanceof Term.ListTerm(var _, var elements, var _)) {
      elements.forEach(element -> path(file, element).ifPresent(paths::add));
    }
    return paths;
  }

  private static Optional<Path> path(Path file, Term value) {
    return value instanceof Term.Str(var _, String text) && !text.isEmpty() && text.indexOf(0) < 0
        ? Optional.of(file.toAbsolutePath().resolveSibling(text).normalize())
        : Optional.empty();
  }
}
