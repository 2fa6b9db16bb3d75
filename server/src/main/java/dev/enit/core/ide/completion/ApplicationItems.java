package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The applications that are installed and not listed yet. */
record ApplicationItems(CompletionRequest completing, ApplicationName place) {
  /** What every node runs, listed or not. */
  private static final Set<String> ALWAYS = Set.of("kernel", "stdlib");

  List<CompletionCandidate> items() {
    Set<String> wanted = configured();
    Set<String> present = present();
    return completing.scope().otp().names().stream()
        .filter(name -> !present.contains(name))
        .sorted(
            Comparator.<String>comparingInt(name -> rank(name, wanted))
                .thenComparing(Comparator.naturalOrder()))
        .map(this::item)
        .toList();
  }

  private CompletionCandidate item(String name) {
    return CompletionCandidate.of(
            name,
            CompletionCandidate.Kind.APPLICATION,
            completing.version(name),
            completing.element(completing.atom(name)))
        .about(new ApplicationName(place.span(), name, place.owner()));
  }

  /** Those that the release has settings for come first, OTP's own behind what it is there for. */
  private int rank(String name, Set<String> wanted) {
    if (wanted.contains(name)) {
      return 0;
    }
    if (ALWAYS.contains(name)) {
      return 3;
    }
    return isOfOtp(name) ? 2 : 1;
  }

  private boolean isOfOtp(String name) {
    Optional<Path> lib = completing.scope().otp().install().map(OtpInstall::libDir);
    return completing
        .scope()
        .otp()
        .find(name)
        .filter(app -> lib.filter(app.appFile()::startsWith).isPresent())
        .isPresent();
  }

  private Set<String> configured() {
    Set<String> names = new HashSet<>(completing.scope().config().applications());
    completing.scope().loaded().ifPresent(names::removeAll);
    return names;
  }

  /** In this list, or in the release by another one. */
  private Set<String> present() {
    Set<String> names = CompletionRequest.names(completing.point().around(1));
    completing.scope().release().map(Release::applications).stream()
        .flatMap(Collection::stream)
        .filter(reference -> !isAtCursor(reference))
        .forEach(reference -> names.add(reference.name()));
    return names;
  }

  private boolean isAtCursor(AppReference reference) {
    return reference.place().path().equals(completing.scope().path())
        && reference.place().span().touches(completing.point().insert().end());
  }
}
