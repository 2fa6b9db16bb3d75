package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.config.NodeKey;
import dev.enit.core.node.wire.ExternalTerm;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.release.StartOrder;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a node is told at its start, through open files without a name: nothing of it stands in an
 * argument, in the environment or on a disk. {@code enit_plan} in the node has the same shape.
 */
final class BootPlan {
  private static final String KERNEL = "kernel";

  private final Release release;
  private final LaunchOptions options;

  BootPlan(Release release, LaunchOptions options) {
    this.release = release;
    this.options = options;
  }

  /** The settings of the kernel, which must be in force when it starts: as {@code -config}. */
  String kernelConfig() {
    Term sections = WireTerms.list(List.of(section(KERNEL)));
    return TermPrinter.print(sections) + ".\n";
  }

  /**
   * Everything else, in the external term format.
   *
   * @param run the open file with the record of the run
   * @param progress the open file through which the node says how far it is
   */
  byte[] bytes(Cookie cookie, OptionalInt run, OptionalInt progress) {
    StartOrder order = StartOrder.of(release);
    return ExternalTerm.encode(
        WireTerms.map(
            WireTerms.entry("release", WireTerms.atom(release.name())),
            WireTerms.entry("vsn", WireTerms.text(version())),
            WireTerms.entry("cookie", WireTerms.atom(cookie.reveal())),
            WireTerms.entry("applications", atoms(listed())),
            WireTerms.entry("load", atoms(order.load())),
            WireTerms.entry("start", atoms(order.start())),
            WireTerms.entry("config", config()),
            WireTerms.entry("node", values(NodeKey.SECTION)),
            WireTerms.entry("start_retries", retries()),
            WireTerms.entry("start_delay", WireTerms.integer(options.delay().toSeconds())),
            WireTerms.entry("stop_timeout", WireTerms.integer(stopTimeout())),
            WireTerms.entry("otp", WireTerms.text(otp())),
            WireTerms.entry("syslog", WireTerms.atom(Boolean.toString(options.syslog()))),
            WireTerms.entry(
                "release_dir", WireTerms.text(release.key().roots().releaseDir().toString())),
            WireTerms.entry("config_dir", WireTerms.text(configDir())),
            WireTerms.entry("run", number(run)),
            WireTerms.entry("progress", number(progress))));
  }

  private static Term number(OptionalInt file) {
    return file.isPresent() ? WireTerms.integer(file.getAsInt()) : WireTerms.atom("none");
  }

  private String version() {
    return release.specification().flatMap(ReleaseSpecification::version).orElse("");
  }

  private String otp() {
    return release.otp().install().map(OtpInstall::version).orElse("");
  }

  private List<String> listed() {
    return release.applications().stream().map(AppReference::name).toList();
  }

  private String configDir() {
    return release.key().roots().configDir().map(Object::toString).orElse("");
  }

  private long stopTimeout() {
    return LaunchSettings.of(release.config()).stopTimeout().toMillis();
  }

  private Term retries() {
    OptionalInt limit = options.retries().limit();
    return limit.isPresent() ? WireTerms.integer(limit.getAsInt()) : WireTerms.atom("unlimited");
  }

  private Term config() {
    List<Term> sections = new ArrayList<>();
    for (String application : release.config().applications()) {
      if (!application.equals(NodeKey.SECTION)) {
        sections.add(section(application));
      }
    }
    return WireTerms.list(sections);
  }

  private Term section(String application) {
    return WireTerms.tuple(WireTerms.atom(application), values(application));
  }

  /** The effective settings of an application; the cookie is not among those of the node. */
  private Term values(String application) {
    return WireTerms.list(
        release.config().values(application).stream()
            .filter(value -> !isCookie(application, value.key()))
            .map(value -> WireTerms.tuple(WireTerms.atom(value.key()), value.value()))
            .toList());
  }

  private static boolean isCookie(String application, String key) {
    return application.equals(NodeKey.SECTION) && key.equals(NodeKey.COOKIE.key());
  }

  private static Term atoms(List<String> names) {
    return WireTerms.list(names.stream().map(WireTerms::atom).toList());
  }
}
