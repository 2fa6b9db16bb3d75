package dev.enit.core.otp;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application specification of an {@code .app} file.
 *
 * @param version as {@code vsn} has it, empty where it is missing
 * @param applications started before this one
 * @param included loaded with this one and started by it
 * @param optional those of {@code applications} that may be absent (OTP 24)
 * @param defaults its own environment, by key
 * @param module the callback module of {@code mod}; empty for a library
 * @param modules those that the application consists of
 */
public record AppFile(
    Path path,
    String name,
    String version,
    String description,
    List<String> applications,
    List<String> included,
    List<String> optional,
    Map<String, AppDefault> defaults,
    Optional<String> module,
    List<String> modules) {

  public AppFile {
    applications = List.copyOf(applications);
    included = List.copyOf(included);
    optional = List.copyOf(optional);
    modules = List.copyOf(modules);
  }

  /** Reads {@code {application, Name, Properties}}; nothing where the text has no such term. */
  public static Optional<AppFile> of(Path path, TermFile file) {
    return file.forms().stream().findFirst().flatMap(form -> of(path, file, form));
  }

  private static Optional<AppFile> of(Path path, TermFile file, Form form) {
    if (form.term() instanceof Term.Tuple(var _, var elements)
        && elements.size() == 3
        && elements.get(0) instanceof Term.Atom(var _, String tag)
        && tag.equals("application")
        && elements.get(1) instanceof Term.Atom(var _, String name)
        && elements.get(2) instanceof Term.ListTerm list) {
      return Optional.of(read(new Properties(path, file, form, list), name));
    }
    return Optional.empty();
  }

  private static AppFile read(Properties properties, String name) {
    return new AppFile(
        properties.path(),
        name,
        properties.string("vsn"),
        properties.string("description"),
        properties.atoms("applications"),
        properties.atoms("included_applications"),
        properties.atoms("optional_applications"),
        new LinkedHashMap<>(properties.defaults()),
        properties.module(),
        properties.atoms("modules"));
  }

  /**
   * The value that an application's own {@code .app} file gives a key.
   *
   * @param span of the {@code {Key, Value}}, in offsets of the file
   * @param line of the key, from 1
   * @param comment what its author wrote above it, without the percent signs; often empty
   */
  public record AppDefault(Path file, Term value, Span span, int line, String comment) {}

  /**
   * The reason why an emulator cannot load an application although its {@code .app} file is there.
   *
   * @param span what is wrong, in offsets of the file
   * @param detail the line of a syntax error, the name that the file has for the application, or
   *     the reason why it cannot be read
   */
  public record AppFileError(Path file, Kind kind, Span span, String detail) {
    /** What is wrong. */
    public enum Kind {
      UNREADABLE,
      SYNTAX,
      /** Its term is no {@code {application, Name, Properties}}. */
      NO_APPLICATION,
      /** It describes an application of another name than the file has. */
      OTHER_NAME
    }
  }

  /**
   * The property list of an {@code .app} file, read key by key; what has another shape counts as
   * absent.
   */
  private record Properties(Path path, TermFile file, Form form, Term.ListTerm list) {

    String string(String key) {
      return value(key).orElse(null) instanceof Term.Str(var _, String text) ? text : "";
    }

    List<String> atoms(String key) {
      List<String> atoms = new ArrayList<>();
      if (value(key).orElse(null) instanceof Term.ListTerm(var _, var elements, var _)) {
        for (Term element : elements) {
          if (element instanceof Term.Atom(var _, String name)) {
            atoms.add(name);
          }
        }
      }
      return atoms;
    }

    Map<String, AppDefault> defaults() {
      Map<String, AppDefault> defaults = new LinkedHashMap<>();
      if (value("env").orElse(null) instanceof Term.ListTerm(var _, var elements, var _)) {
        for (Term element : elements) {
          if (element instanceof Term.Tuple(var span, var pair)
              && pair.size() == 2
              && pair.get(0) instanceof Term.Atom(var _, String key)) {
            var absolute = form.absolute(span);
            int line = file.lines().line(absolute.start());
            defaults.put(
                key, new AppDefault(path, pair.get(1), absolute, line + 1, commentAbove(line)));
          }
        }
      }
      return defaults;
    }

    /** The lines of comment right above a line, as one text. */
    private String commentAbove(int line) {
      List<String> lines = new ArrayList<>();
      for (int above = line - 1; above >= 0; above--) {
        String text = file.lines().lineSpan(above).in(file.text()).strip();
        if (!text.startsWith("%")) {
          break;
        }
        lines.addFirst(text.replaceFirst("^%+", "").strip());
      }
      return String.join(" ", lines).strip();
    }

    /** The module of {@code {mod, {Module, Argument}}}. */
    Optional<String> module() {
      return value("mod").orElse(null) instanceof Term.Tuple(var _, var mod)
              && !mod.isEmpty()
              && mod.getFirst() instanceof Term.Atom(var _, String module)
          ? Optional.of(module)
          : Optional.empty();
    }

    private Optional<Term> value(String key) {
      for (Term property : list.elements()) {
        if (property instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(0) instanceof Term.Atom(var _, String name)
            && name.equals(key)) {
          return Optional.of(pair.get(1));
        }
      }
      return Optional.empty();
    }
  }
}
