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
 * The applications that a node of a release loads: its own, and what they depend on and include.
 */
public final class LoadedApplications {
  /** What every node runs. */
  private static final List<String> ALWAYS = List.of("kernel", "stdlib");

  private LoadedApplications() {}

  /**
   * By name, those of the release first; what is not installed is among them, its needs are not.
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
      // An optional application that is absent is done without (OTP 24).
      if (otp.find(needed).isPresent() || !app.optional().contains(needed)) {
        open.add(needed);
      }
    }
    open.addAll(app.included());
  }
}
