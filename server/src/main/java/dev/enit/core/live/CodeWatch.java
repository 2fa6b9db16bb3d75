package dev.enit.core.live;

import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.RunningCode;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a followed node's code with what is installed. The node says when its code
 * changes; the files are looked at every few seconds by their times, and read where these changed.
 * For the thread that follows the node.
 */
final class CodeWatch {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final ModuleDigests digests;
  private Release release;
  private @Nullable RunningCode running;
  private CodeDiff present = CodeDiff.NONE;
  private Map<Path, Stamp> seen = Map.of();
  private Instant next = Instant.MIN;

  /** A file as it shows from outside; all empty where it is absent. */
  private record Stamp(@Nullable FileTime modified, long size, @Nullable Object key) {}

  CodeWatch(Release release, ModuleDigests digests) {
    this.release = release;
    this.digests = digests;
  }

  /** The result of the last comparison. */
  CodeDiff present() {
    return present;
  }

  /** The node runs this code now. */
  void heard(RunningCode code) {
    running = code;
    seen = Map.of();
    next = Instant.MIN;
  }

  /** The release was read again. */
  void read(Release again) {
    release = again;
    seen = Map.of();
    next = Instant.MIN;
  }

  /** What a look at the disk finds. */
  enum Look {
    SAME,
    /** The comparison has another result. */
    OTHER_CODE,
    /** What is known of the installed applications is out of date; nothing is compared with it. */
    OTHER_APPLICATIONS
  }

  /** Looks at the disk where it is time to, and compares where something has changed. */
  Look look(Instant now) {
    if (running == null || now.isBefore(next)) {
      return Look.SAME;
    }
    next = now.plus(PAUSE);
    Map<Path, Stamp> stamps = stamps(running);
    if (stamps.equals(seen)) {
      return Look.SAME;
    }
    seen = stamps;
    if (isOutOfDate(release.otp())) {
      return Look.OTHER_APPLICATIONS;
    }
    CodeDiff before = present;
    present = CodeDiff.of(release, running, digests);
    return present.equals(before) ? Look.SAME : Look.OTHER_CODE;
  }

  private boolean isOutOfDate(OtpIndex known) {
    OtpIndex now = known.again();
    return !now.install().equals(known.install())
        || LoadedApplications.of(release).stream()
            .anyMatch(name -> !app(now, name).equals(app(known, name)));
  }

  private static Optional<Map.Entry<InstalledApp, String>> app(OtpIndex otp, String name) {
    return otp.find(name)
        .map(app -> Map.entry(app, otp.appFile(name).map(AppFile::version).orElse("")));
  }

  /** Of everything that the comparison depends on. */
  private Map<Path, Stamp> stamps(RunningCode code) {
    Map<Path, Stamp> stamps = new HashMap<>();
    OtpIndex otp = release.otp();
    otp.searched().forEach(folder -> stamp(folder, stamps));
    otp.install().map(OtpInstall::root).ifPresent(root -> stamp(root.resolve("bin/erl"), stamps));
    for (String name : LoadedApplications.of(release)) {
      RunningCode.Application application = code.applications().get(name);
      if (application != null) {
        application.ebin().ifPresent(folder -> stamp(folder, stamps));
        otp.find(name).ifPresent(app -> stamp(app, application, stamps));
      }
    }
    return stamps;
  }

  private static void stamp(
      InstalledApp app, RunningCode.Application application, Map<Path, Stamp> stamps) {
    stamp(app.appFile(), stamps);
    for (RunningCode.Module module : application.modules()) {
      stamp(app.appFile().resolveSibling(module.name() + ".beam"), stamps);
    }
  }

  private static void stamp(Path path, Map<Path, Stamp> stamps) {
    Stamp stamp;
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      stamp = new Stamp(file.lastModifiedTime(), file.size(), file.fileKey());
    } catch (IOException e) {
      stamp = new Stamp(null, 0, null);
    }
    stamps.put(path, stamp);
  }
}
