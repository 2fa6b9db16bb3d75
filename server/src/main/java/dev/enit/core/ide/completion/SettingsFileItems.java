package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.core.ide.CursorPlace.Wanted;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of enit itself, in {@code enit.config}; a form each. */
record SettingsFileItems(CompletionRequest completing) {
  private static final List<String> COLORS = List.of("auto", "always", "never");

  List<CompletionCandidate> items(CursorPlace place) {
    return switch (place) {
      case SectionName _ -> settings();
      case Slot slot when slot.wanted() == Wanted.FORM -> settings();
      case Slot slot when slot.application().equals("color") ->
          COLORS.stream()
              .map(
                  color ->
                      CompletionCandidate.of(
                          color,
                          CompletionCandidate.Kind.VALUE,
                          "",
                          completing.element(completing.atom(color))))
              .toList();
      default -> List.of();
    };
  }

  private List<CompletionCandidate> settings() {
    Set<String> present = present();
    return values().entrySet().stream()
        .filter(setting -> !present.contains(setting.getKey()))
        .map(setting -> setting(setting.getKey(), setting.getValue()))
        .toList();
  }

  private CompletionCandidate setting(String name, Template value) {
    return CompletionCandidate.of(
        name,
        CompletionCandidate.Kind.KEY,
        Messages.text("completion.setting." + name),
        completing.pair(name, value));
  }

  private static Map<String, Template> values() {
    Map<String, Template> values = new LinkedHashMap<>();
    Template folder = Template.of("\"").end().text("\"");
    values.put("release_dir", folder);
    values.put("config_dir", folder);
    values.put("otp", folder);
    values.put("lib_dirs", Template.of("[").then(folder).text("]"));
    values.put("safe_dirs", Template.of("[").then(folder).text("]"));
    values.put("secrets", Template.of("[").end().text("]"));
    values.put("color", Template.EMPTY.choice(COLORS));
    return values;
  }

  private Set<String> present() {
    Set<String> names = new HashSet<>();
    for (Form form : completing.point().probe().forms()) {
      if (form.term() instanceof Term.Tuple(var _, var elements)
          && !elements.isEmpty()
          && elements.getFirst() instanceof Term.Atom(var _, String name)) {
        names.add(name);
      }
    }
    return names;
  }
}
