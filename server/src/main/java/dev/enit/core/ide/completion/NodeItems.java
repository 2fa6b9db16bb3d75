package dev.enit.core.ide.completion;

import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.host.Accounts;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The completion items for the keys of the node's section and their values: enit itself reads them.
 */
record NodeItems(CompletionRequest completing) {

  List<CompletionCandidate> keys(SettingKey place) {
    Set<String> present = completing.keys(NodeKey.SECTION);
    return Arrays.stream(NodeKey.values())
        .filter(key -> !present.contains(key.key()))
        .sorted(Comparator.comparingInt(this::rank))
        .map(key -> item(key, place))
        .toList();
  }

  /** A release without a cookie does not start; one key has had its day. */
  private int rank(NodeKey key) {
    if (key == NodeKey.COOKIE) {
      return elsewhere(key).isPresent() ? 2 : 0;
    }
    return key == NodeKey.SMP ? 3 : 1;
  }

  private Optional<Setting> elsewhere(NodeKey key) {
    return facts(key.key()).elsewhere().stream().findFirst();
  }

  private SettingFacts facts(String key) {
    return new SettingFacts(completing.scope(), NodeKey.SECTION, key);
  }

  private CompletionCandidate item(NodeKey key, SettingKey place) {
    String file =
        elsewhere(key)
            .map(setting -> String.valueOf(setting.layer().path().getFileName()))
            .orElseGet(() -> Messages.text("node.TYPE." + key.type()).replace("`", ""));
    return CompletionCandidate.of(
            key.key(),
            CompletionCandidate.Kind.KEY,
            file,
            completing.pair(key.key(), new Values(completing, key).placeholder()))
        .obsolete(key == NodeKey.SMP)
        .about(new SettingKey(place.span(), NodeKey.SECTION, key.key()));
  }

  List<CompletionCandidate> values(SettingValue place) {
    Optional<NodeKey> key = NodeKey.of(place.key());
    if (key.isEmpty() || !completing.isWhole(place.span())) {
      return List.of();
    }
    Values values = new Values(completing, key.get());
    List<CompletionCandidate> items = new ArrayList<>();
    values.cookie().ifPresent(items::add);
    items.addAll(values.accounts());
    items.addAll(values.terms());
    return items;
  }

  /** The values that a key of the node takes. A cookie of another place is never one of them. */
  private record Values(CompletionRequest completing, NodeKey key) {

    /** Returns a new random cookie. */
    Optional<CompletionCandidate> cookie() {
      boolean wanted = key == NodeKey.COOKIE && !completing.point().quote().isAtom();
      return wanted
          ? Optional.of(
              CompletionCandidate.of(
                  Messages.text("completion.cookie"),
                  CompletionCandidate.Kind.VALUE,
                  Messages.text("completion.cookie.detail"),
                  completing.element(completing.string(completing.wishes().cookies().get()))))
          : Optional.empty();
    }

    /** The users or groups of this computer; the one that is called as the release first. */
    List<CompletionCandidate> accounts() {
      return completing.point().quote().isAtom()
          ? List.of()
          : names().stream()
              .map(
                  name ->
                      CompletionCandidate.of(
                          name,
                          CompletionCandidate.Kind.ACCOUNT,
                          "",
                          completing.element(completing.string(name))))
              .toList();
    }

    private List<String> names() {
      Accounts accounts = completing.scope().workspace().host().accounts();
      List<String> names =
          switch (key) {
            case RUN_AS_USER -> accounts.users();
            case RUN_AS_GROUP -> accounts.groups();
            default -> List.of();
          };
      String own = completing.folder();
      return java.util.stream.Stream.concat(
              names.stream().filter(own::equals),
              names.stream().filter(name -> !name.equals(own)).sorted())
          .distinct()
          .toList();
    }

    /** The values that can be told beforehand. */
    List<CompletionCandidate> terms() {
      return standard().stream()
          .flatMap(
              term ->
                  completing
                      .value(term)
                      .map(
                          text ->
                              CompletionCandidate.of(
                                      new ValueCandidates.Value(term, TermPrinter.print(term), "")
                                          .label(),
                                      CompletionCandidate.Kind.VALUE,
                                      isDefault(term) ? Messages.text("completion.default") : "",
                                      text)
                                  .obsolete(key == NodeKey.SMP))
                      .stream())
          .toList();
    }

    /** What stands where the value goes until the user says otherwise. */
    Template placeholder() {
      return switch (key) {
        case COOKIE -> quoted(completing.wishes().cookies().get());
        case NODENAME -> quoted(completing.folder());
        case RUN_AS_USER, RUN_AS_GROUP ->
            quoted(names().contains(completing.folder()) ? completing.folder() : "");
        case ENV -> Template.of("[{\"").stop("NAME").text("\", \"").stop("value").text("\"}]");
        default ->
            Template.EMPTY.choice(
                standard().stream()
                    .sorted(java.util.Comparator.comparing(term -> !isDefault(term)))
                    .map(TermPrinter::print)
                    .toList());
      };
    }

    private static Template quoted(String text) {
      return text.isEmpty()
          ? Template.of("\"").end().text("\"")
          : Template.of("\"").stop(text).text("\"");
    }

    /** What one would set goes before what holds anyway. */
    private List<Term> standard() {
      return switch (key) {
        case COOKIE, RUN_AS_USER, RUN_AS_GROUP, ENV -> List.of();
        case NODENAME -> nodeNames();
        case SMP -> List.of(atom("auto"), atom("enabled"), atom("disabled"));
        case HIDDEN -> List.of(atom("true"), atom("false"));
        case CONNECT_ALL -> List.of(atom("false"), atom("true"));
        case STOP_TIMEOUT -> List.of(number(10_000));
        case START_RETRIES -> List.of(atom("unlimited"), number(0));
        case START_DELAY -> List.of(number(15));
      };
    }

    private boolean isDefault(Term term) {
      String text = TermPrinter.print(term);
      return text.equals(Messages.text("node.DEFAULT." + key.key()).replace("`", ""));
    }

    private List<Term> nodeNames() {
      Optional<Release> release = completing.scope().release();
      return release.isEmpty()
          ? List.of()
          : List.of(
              new Term.Str(Span.at(0), release.get().name()),
              new Term.Str(
                  Span.at(0),
                  release.get().name() + "@" + completing.scope().workspace().host().shortName()));
    }

    private static Term atom(String name) {
      return new Term.Atom(Span.at(0), name);
    }

    private static Term number(long value) {
      return new Term.Int(Span.at(0), java.math.BigInteger.valueOf(value));
    }
  }
}
