package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.Owner;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The completion items for the parts of a release or an extension: its tag, its name, its
 * properties and their values.
 */
record PropertyItems(CompletionRequest completing) {

  /** The whole specification, for a file that has none. */
  List<CompletionCandidate> release(boolean present) {
    return present
        ? List.of()
        : List.of(
            CompletionCandidate.of(
                "release",
                CompletionCandidate.Kind.SKELETON,
                Messages.text("completion.release"),
                completing.pair(
                    "release",
                    Template.EMPTY
                        .stop(dev.enit.grammar.term.TermPrinter.atom(completing.folder()))
                        .text(", ")
                        .then(releaseProperties()))));
  }

  /** The name that the release must have. */
  List<CompletionCandidate> releaseName() {
    return List.of(
        CompletionCandidate.of(
            completing.folder(),
            CompletionCandidate.Kind.VALUE,
            Messages.text("completion.folder"),
            completing.element(completing.atom(completing.folder()))));
  }

  List<CompletionCandidate> lists(Owner owner) {
    return owner == Owner.RELEASE
        ? List.of(skeleton("[{vsn, …}, {applications, […]}]", releaseProperties()))
        : List.of(skeleton("[{applications, […]}]", Template.extensionProperties()));
  }

  List<CompletionCandidate> names(PropertyName place) {
    Set<String> present = CompletionRequest.names(list());
    List<CompletionCandidate> items = new ArrayList<>(2);
    if (place.owner() == Owner.RELEASE && !present.contains("vsn")) {
      items.add(property(place, "vsn", Template.of("\"").stop(version()).text("\"")));
    }
    if (!present.contains("applications")) {
      items.add(property(place, "applications", Template.of("[").end().text("]")));
    }
    return items;
  }

  List<CompletionCandidate> values(PropertyValue place) {
    if (!completing.isWhole(place.span())) {
      return List.of();
    }
    return switch (place.property()) {
      case "vsn" -> versions(place.owner());
      case "applications" -> List.of(skeleton("[…]", Template.of("[").end().text("]")));
      default -> List.of();
    };
  }

  private List<CompletionCandidate> versions(Owner owner) {
    return owner == Owner.RELEASE && !completing.point().quote().isAtom()
        ? List.of(
            CompletionCandidate.of(
                version(),
                CompletionCandidate.Kind.VALUE,
                "",
                completing.element(completing.string(version()))))
        : List.of();
  }

  /** The list around the word, or around its tuple. */
  private Optional<Term> list() {
    return completing.frame().bare() ? completing.point().around(1) : completing.point().around(2);
  }

  private CompletionCandidate property(PropertyName place, String name, Template value) {
    CursorPlace about = new PropertyName(place.span(), name, place.owner());
    return CompletionCandidate.of(
            name,
            CompletionCandidate.Kind.PROPERTY,
            Messages.text("completion.property." + name),
            completing.pair(name, value))
        .about(about);
  }

  CompletionCandidate skeleton(String label, Template text) {
    return CompletionCandidate.of(
        label, CompletionCandidate.Kind.SKELETON, "", completing.element(text));
  }

  private Template releaseProperties() {
    Set<String> installed = completing.scope().otp().names();
    String own = completing.folder();
    String first = installed.contains(own) ? own : installed.contains("sasl") ? "sasl" : "";
    Template application =
        first.isEmpty()
            ? Template.EMPTY.end()
            : Template.EMPTY.stop(dev.enit.grammar.term.TermPrinter.atom(first)).end();
    return Template.releaseProperties(version(), application);
  }

  /** The version of the application that is called as the release, where there is one. */
  private String version() {
    String version = completing.version(completing.folder());
    return version.isEmpty() ? "1.0" : version;
  }
}
