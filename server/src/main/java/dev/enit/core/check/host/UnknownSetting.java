package dev.enit.core.check.host;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Nearest;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Something in {@code enit.config} that settles nothing. */
public final class UnknownSetting implements Check.OfFile {
  private static final String OTP = "otp";
  private static final String LIB_DIRS = "lib_dirs";
  private static final List<String> KEYS = List.of("release_dir", "config_dir", OTP, LIB_DIRS);

  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Problem> report) {
    if (file.path().endsWith(SettingsFile.NAME)) {
      for (Form form : file.terms().forms()) {
        if (form.isIntact() && form.term() != null) {
          check(new At(file, form), form.term(), report);
        }
      }
    }
  }

  /** A form to find places in. */
  private record At(SourceFile file, Form form) {
    Problem problem(Term term, String variant, Object... arguments) {
      Place place = new Place(file.path(), form.absolute(term));
      return Problem.of(DiagnosticCode.UNKNOWN_SETTING, place, arguments).variant(variant);
    }

    Path path(String text) {
      return file.path().toAbsolutePath().resolveSibling(text).normalize();
    }
  }

  private static void check(At at, Term term, Consumer<Problem> report) {
    if (term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.get(0) instanceof Term.Atom key) {
      if (!KEYS.contains(key.name())) {
        report.accept(unknown(at, key));
      } else if (key.name().equals(LIB_DIRS)) {
        paths(at, key.name(), pair.get(1), report);
      } else {
        path(at, key.name(), pair.get(1), "path", report);
      }
    } else {
      report.accept(at.problem(term, "form", TermWords.kind(term)));
    }
  }

  private static Problem unknown(At at, Term.Atom key) {
    return Nearest.one(key.name(), KEYS)
        .map(
            meant -> {
              Problem problem = at.problem(key, "nearest", key.name(), meant);
              return problem.fix("replace", false, problem.place(), meant, meant);
            })
        .orElseGet(() -> at.problem(key, "key", key.name()));
  }

  private static void paths(At at, String key, Term value, Consumer<Problem> report) {
    if (value instanceof Term.ListTerm(var _, var folders, var tail) && tail == null) {
      folders.forEach(folder -> path(at, key, folder, "element", report));
    } else {
      report.accept(at.problem(value, "paths", key, TermWords.kind(value)));
    }
  }

  private static void path(
      At at, String key, Term value, String variant, Consumer<Problem> report) {
    if (value instanceof Term.Str(var _, String text)
        && !text.isEmpty()
        && text.indexOf('\0') < 0) {
      Path path = at.path(text);
      if (!Files.isDirectory(path)) {
        report.accept(at.problem(value, "absent", path));
      } else if (key.equals(OTP) && OtpLocator.locate(Optional.of(path), "").isEmpty()) {
        report.accept(at.problem(value, OTP, path));
      }
    } else {
      report.accept(at.problem(value, variant, key, TermWords.kind(value)));
    }
  }
}
