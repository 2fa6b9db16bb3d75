package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.host.Accounts;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.text.NearestName;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a user or a group that this host does not have. Only for a release of the deployed tree:
 * a host tree in a repository has the users of its host.
 */
public record UnknownAccount(NodeKey key) implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (Deployed.isDeployed(release)) {
      release
          .config()
          .setting(NodeKey.SECTION, key.key())
          .filter(setting -> setting.section().form().hasIntactTerm())
          .ifPresent(setting -> check(setting, context.host().accounts(), report));
    }
  }

  private void check(Setting setting, Accounts accounts, Consumer<Diagnostic> report) {
    if (setting.value() instanceof Term.Str(var _, String name)
        && !name.isEmpty()
        && has(accounts, name).equals(Optional.of(false))) {
      report.accept(diagnostic(setting, name, names(accounts)));
    }
  }

  private Diagnostic diagnostic(Setting setting, String name, List<String> names) {
    Place place = new Place(setting.layer().path(), setting.valueSpan());
    return NearestName.one(name, names)
        .map(
            meant ->
                Diagnostic.of(code(), place, name, meant)
                    .variant("nearest")
                    .fix("replace", false, place, string(meant), meant))
        .orElseGet(() -> Diagnostic.of(code(), place, name));
  }

  private static String string(String text) {
    return TermPrinter.print(new Term.Str(Span.at(0), text));
  }

  private boolean isUser() {
    return key == NodeKey.RUN_AS_USER;
  }

  private DiagnosticCode code() {
    return isUser() ? DiagnosticCode.UNKNOWN_USER : DiagnosticCode.UNKNOWN_GROUP;
  }

  private Optional<Boolean> has(Accounts accounts, String name) {
    return isUser() ? accounts.hasUser(name) : accounts.hasGroup(name);
  }

  private List<String> names(Accounts accounts) {
    return isUser() ? accounts.users() : accounts.groups();
  }
}
