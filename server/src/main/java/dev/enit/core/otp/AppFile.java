package dev.enit.core.otp;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
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
      return Optional.of(read(new AppProperties(path, file, form, list), name));
    }
    return Optional.empty();
  }

  private static AppFile read(AppProperties properties, String name) {
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
}
