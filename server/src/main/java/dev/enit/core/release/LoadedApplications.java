package dev.enit.core.release;

import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The applications that a node of a release loads: those of the release, and all that they depend
 * on and include.
 */
public final class LoadedApplications {
  /** The applications that every node runs. */
  private static final List<String> ALWAYS = List.of("kernel", "stdlib");

  private LoadedApplications() {}

  /**
   * Returns their names, those of the release first. An application that is not installed is
   * included, its dependencies are unknown.
   */
  public static SequencedSet<String> of(Release release) {
    return of(release.applications().stream().map(AppReference::name).toList(), release.otp());
  }

  static SequencedSet<String> of(Collection<String> names, OtpIndex otp) {
    SequencedSet<String> loaded = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    open.addAll(ALWAYS);
    while (!open.isEmpty()) {
      String name = open.poll();
      if (loaded.add(name)) {
        otp.appFile(name).ifPresent(app -> needs(app, otp, open));
      }
    }
    return loaded;
  }

  private static void needs(AppFile app, OtpIndex otp, Deque<String> open) {
    for (String needed : app.applications()) {
      // An optional application may be absent (OTP 24).
      if (otp.find(needed).isPresent() || !app.optional().contains(needed)) {
        open.add(needed);
      }
    }
    open.addAll(app.included());
  }
}
