package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The applications of a running release: those that it and its extensions list, and all that these
 * depend on or include.
 *
 * @param names of applications, whether installed or not
 * @param isComplete whether nothing else can be among them: every list was understood and every
 *     {@code .app} file read
 */
record RunningApplications(Set<String> names, boolean isComplete) {
  private static final List<String> ALWAYS = List.of("kernel", "stdlib");

  static RunningApplications of(Release release) {
    Deque<String> open = new ArrayDeque<>(ALWAYS);
    release.applications().forEach(app -> open.add(app.name()));
    Set<String> names = new HashSet<>();
    Set<String> optional = new HashSet<>();
    boolean allKnown = true;
    while (!open.isEmpty()) {
      String name = open.remove();
      if (names.add(name)) {
        Optional<AppFile> app = release.otp().appFile(name);
        app.ifPresent(known -> follow(known, open, optional));
        allKnown &= app.isPresent() || isAbsent(name, optional, release.otp());
      }
    }
    return new RunningApplications(names, allKnown && isUnderstood(release));
  }

  private static void follow(AppFile app, Deque<String> open, Set<String> optional) {
    open.addAll(app.applications());
    open.addAll(app.included());
    optional.addAll(app.optional());
  }

  private static boolean isAbsent(String name, Set<String> optional, OtpIndex otp) {
    return optional.contains(name) && otp.find(name).isEmpty();
  }

  private static boolean isUnderstood(Release release) {
    return release.hasIntactLayers()
        && !ExtensionShape.isFlawed(release.layers())
        && release.layers().stream().noneMatch(RunningApplications::maybeHidesExtension)
        && release.specification().filter(RunningApplications::isUnderstood).isPresent();
  }

  private static boolean isUnderstood(ReleaseSpecification specification) {
    return specification.file().isIntact()
        && specification.value("applications").orElse(null)
            instanceof Term.ListTerm(var _, var names, var tail)
        && tail == null
        && names.stream().allMatch(Term.Atom.class::isInstance);
  }

  /** A misspelt extension is a stray of three elements. */
  private static boolean maybeHidesExtension(ConfigLayer layer) {
    return IntactForms.of(layer, Stray.class).stream()
        .anyMatch(
            stray ->
                stray.form().term() instanceof Term.Tuple(var _, var elements)
                    && elements.size() == 3);
  }
}
