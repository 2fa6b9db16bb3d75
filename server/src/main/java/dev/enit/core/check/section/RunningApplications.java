package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Term;
import java.util.LinkedHashSet;
import java.util.List;
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
    Set<String> listed = new LinkedHashSet<>(ALWAYS);
    release.applications().forEach(app -> listed.add(app.name()));
    AppGraph graph = AppGraph.of(listed, release.otp()::appFile);
    Set<String> names = new LinkedHashSet<>();
    graph.nodes().forEach(node -> names.add(node.name()));
    return new RunningApplications(names, graph.unresolved().isEmpty() && isUnderstood(release));
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
