package dev.enit.core.ide.completion;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The forms of a configuration file: sections that it does not have yet, and extensions. */
record SectionItems(CompletionRequest completing, CursorPlace place) {

  List<CompletionCandidate> items() {
    List<CompletionCandidate> items = new ArrayList<>();
    Set<String> present = present();
    if (!present.contains(NodeKey.SECTION)) {
      items.add(node());
    }
    Set<String> running = running();
    present.add(NodeKey.SECTION);
    present.add(ConfigMerge.OWN_APPLICATION);
    running.stream().filter(present::add).forEach(name -> items.add(section(name)));
    items.add(extension());
    for (String name : new TreeSet<>(completing.scope().otp().names())) {
      if (present.add(name)) {
        boolean idle = !running.isEmpty();
        items.add(idle ? idle(name) : section(name));
      }
    }
    return items;
  }

  private Set<String> present() {
    Set<String> names = new HashSet<>();
    for (ConfigForm form : completing.forms()) {
      if (form instanceof ConfigForm.Section section) {
        names.add(section.application().name());
      }
    }
    return names;
  }

  /** What a node of the release runs: first what other layers configure, then in start order. */
  private Set<String> running() {
    Set<String> loaded = completing.scope().loaded().orElse(Set.of());
    Set<String> names = new LinkedHashSet<>(completing.scope().config().applications());
    names.retainAll(loaded);
    completing.scope().release().map(Release::applications).stream()
        .flatMap(Collection::stream)
        .map(AppReference::name)
        .forEach(names::add);
    names.addAll(loaded);
    return names;
  }

  private CompletionCandidate section(String name) {
    return item(name, completing.version(name), Template.settings());
  }

  private CompletionCandidate idle(String name) {
    return item(name, Messages.text("completion.notRunning"), Template.settings());
  }

  private CompletionCandidate item(String name, String detail, Template settings) {
    return CompletionCandidate.of(
            name, CompletionCandidate.Kind.SECTION, detail, completing.pair(name, settings))
        .about(new SectionName(place.span(), name));
  }

  private CompletionCandidate node() {
    boolean cookie =
        completing.scope().config().setting(NodeKey.SECTION, NodeKey.COOKIE.key()).isPresent();
    Template settings =
        cookie ? Template.settings() : Template.node(completing.wishes().cookies().get());
    return item(NodeKey.SECTION, Messages.text("completion.node"), settings);
  }

  private CompletionCandidate extension() {
    return CompletionCandidate.of(
        "extension",
        CompletionCandidate.Kind.SKELETON,
        Messages.text("completion.extension"),
        completing.pair("extension", Template.extension()));
  }
}
