package dev.enit.core.check.host;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.NodeText;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.NearestName;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports forms and values in {@code enit.config} that have no effect. */
public final class UnknownSetting implements Check.OfFile {
  /** The type of a setting. */
  private enum Kind {
    FOLDER,
    FOLDERS,
    OTP,
    COLOR,
    SECRETS
  }

  private static final Map<String, Kind> KEYS =
      Map.of(
          "release_dir",
          Kind.FOLDER,
          "config_dir",
          Kind.FOLDER,
          "lib_dirs",
          Kind.FOLDERS,
          "safe_dirs",
          Kind.FOLDERS,
          "otp",
          Kind.OTP,
          "color",
          Kind.COLOR,
          SettingsFile.SECRETS,
          Kind.SECRETS);

  private static final Set<String> COLORS = Set.of("auto", "always", "never");

  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    if (file.path().endsWith(SettingsFile.NAME)) {
      for (Form form : file.terms().forms()) {
        if (form.hasIntactTerm() && form.term() != null) {
          check(new At(file, form), form.term(), report);
        }
      }
    }
  }

  /** A form in its file, for the places of its terms. */
  private record At(SourceFile file, Form form) {
    Diagnostic diagnostic(Term term, String variant, Object... arguments) {
      Place place = new Place(file.path(), form.absolute(term));
      return Diagnostic.of(DiagnosticCode.UNKNOWN_SETTING, place, arguments).variant(variant);
    }

    Path path(String text) {
      return file.path().toAbsolutePath().resolveSibling(text).normalize();
    }
  }

  private static void check(At at, Term term, Consumer<Diagnostic> report) {
    if (term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.get(0) instanceof Term.Atom key) {
      value(at, key, pair.get(1), report);
    } else {
      report.accept(at.diagnostic(term, "form", TermWords.kind(term)));
    }
  }

  private static void value(At at, Term.Atom key, Term value, Consumer<Diagnostic> report) {
    switch (KEYS.get(key.name())) {
      case null -> report.accept(unknown(at, key));
      case FOLDER, OTP -> path(at, key.name(), value, "path", report);
      case FOLDERS -> paths(at, key.name(), value, report);
      case COLOR -> {
        if (!(value instanceof Term.Atom(var _, String when) && COLORS.contains(when))) {
          report.accept(at.diagnostic(value, "color", key.name(), TermWords.kind(value)));
        }
      }
      case SECRETS -> secrets(at, key.name(), value, report);
    }
  }

  private static void secrets(At at, String key, Term value, Consumer<Diagnostic> report) {
    if (value instanceof Term.ListTerm(var _, var keys, var tail) && tail == null) {
      keys.stream()
          .filter(element -> !isKey(element))
          .map(element -> at.diagnostic(element, "secret", key, TermWords.kind(element)))
          .forEach(report);
    } else {
      Diagnostic diagnostic = at.diagnostic(value, "secrets", key, TermWords.kind(value));
      String list = "[" + diagnostic.place().span().in(at.file().text()) + "]";
      report.accept(
          isKey(value)
              ? diagnostic.fix("replace", true, diagnostic.place(), list, list)
              : diagnostic);
    }
  }

  private static boolean isKey(Term term) {
    return term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.stream().allMatch(Term.Atom.class::isInstance);
  }

  private static Diagnostic unknown(At at, Term.Atom key) {
    return NearestName.one(key.name(), KEYS.keySet())
        .map(
            meant -> {
              Diagnostic diagnostic = at.diagnostic(key, "nearest", key.name(), meant);
              return diagnostic.fix("replace", false, diagnostic.place(), meant, meant);
            })
        .orElseGet(() -> at.diagnostic(key, "key", key.name()));
  }

  private static void paths(At at, String key, Term value, Consumer<Diagnostic> report) {
    if (value instanceof Term.ListTerm(var _, var folders, var tail) && tail == null) {
      folders.forEach(folder -> path(at, key, folder, "element", report));
    } else {
      Diagnostic diagnostic = at.diagnostic(value, "paths", key, TermWords.kind(value));
      String list = "[" + diagnostic.place().span().in(at.file().text()) + "]";
      report.accept(
          value instanceof Term.Str
              ? diagnostic.fix("replace", true, diagnostic.place(), list, list)
              : diagnostic);
    }
  }

  private static void path(
      At at, String key, Term value, String variant, Consumer<Diagnostic> report) {
    if (value instanceof Term.Str(var _, String text)
        && !text.isEmpty()
        && text.indexOf('\0') < 0) {
      Path path = at.path(text);
      if (!Files.isDirectory(path)) {
        report.accept(at.diagnostic(value, "absent", path));
      } else if (KEYS.get(key) == Kind.OTP && OtpLocator.locate(Optional.of(path), "").isEmpty()) {
        report.accept(at.diagnostic(value, "otp", path));
      }
    } else {
      Diagnostic diagnostic = at.diagnostic(value, variant, key, TermWords.kind(value));
      report.accept(
          NodeText.of(value)
              .filter(text -> !text.isBlank())
              .map(text -> TermPrinter.print(new Term.Str(Span.at(0), text)))
              .map(text -> diagnostic.fix("replace", true, diagnostic.place(), text, text))
              .orElse(diagnostic));
    }
  }
}
