package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The applications of a running release: those that it and its extensions list, and all that these
 * depend on or include. If a list of applications is broken, every installed application that it
 * names counts as listed.
 *
 * @param names the names of applications, installed or not
 * @param isComplete whether no other application can be among them: every list and every {@code
 *     .app} file was read
 */
record RunningApplications(Set<String> names, boolean isComplete) {
  private static final List<String> ALWAYS = List.of("kernel", "stdlib");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_@]*");

  static RunningApplications of(Release release) {
    Set<String> listed = new LinkedHashSet<>(ALWAYS);
    release.applications().forEach(app -> listed.add(app.name()));
    brokenLists(release)
        .flatMap(text -> NAME.matcher(text).results().map(MatchResult::group))
        .filter(name -> release.otp().find(name).isPresent())
        .forEach(listed::add);
    AppGraph graph = AppGraph.of(listed, release.otp()::appFile);
    Set<String> names = new LinkedHashSet<>();
    graph.nodes().forEach(node -> names.add(node.name()));
    return new RunningApplications(names, graph.unresolved().isEmpty() && isRead(release));
  }

  private static boolean isRead(Release release) {
    return release.unreadable().isEmpty()
        && release.specification().filter(spec -> isRead(spec.file().terms())).isPresent()
        && release.layers().stream().allMatch(layer -> isRead(layer.file().terms()));
  }

  private static boolean isRead(TermFile terms) {
    return terms.errors().isEmpty();
  }

  /** Returns the texts of broken forms that may list applications. */
  private static Stream<String> brokenLists(Release release) {
    return Stream.concat(
        release.specification().stream().flatMap(RunningApplications::brokenLists),
        release.layers().stream().flatMap(RunningApplications::brokenLists));
  }

  private static Stream<String> brokenLists(ReleaseSpecification specification) {
    return isUnderstood(specification)
        ? Stream.empty()
        : Stream.of(specification.file().terms().text());
  }

  private static boolean isUnderstood(ReleaseSpecification specification) {
    return specification.form() != null
        && specification.form().hasIntactTerm()
        && specification.value("applications").orElse(null)
            instanceof Term.ListTerm(var _, var names, var tail)
        && tail == null
        && names.stream().allMatch(Term.Atom.class::isInstance);
  }

  private static Stream<String> brokenLists(ConfigLayer layer) {
    TermFile terms = layer.file().terms();
    return Stream.concat(
        BrokenForms.texts(terms).filter(text -> text.contains(ExtensionShape.TAG)),
        layer.forms().stream()
            .filter(form -> ExtensionShape.isFlawed(form) || mayBeExtension(form))
            .map(ConfigForm::form)
            .map(Form::span)
            .map(span -> span.in(terms.text())));
  }

  /** Returns whether a form may be an extension; a misspelt one is a stray of three elements. */
  private static boolean mayBeExtension(ConfigForm form) {
    return form instanceof Stray
        && form.form().term() instanceof Term.Tuple(var _, var elements)
        && elements.size() == 3;
  }
}
