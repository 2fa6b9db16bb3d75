package dev.enit.core.otp;

import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.otp.AppFile.AppFileError;
import dev.enit.core.text.NearestName;
import dev.enit.grammar.term.OtpSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The installed applications. The OTP is located and names are listed when the index is first
 * asked, {@code .app} files are read when asked for; both stay as they were then, so that one
 * snapshot never tells two stories. What asks nothing waits for nothing: a node can be asked
 * without.
 */
public final class OtpIndex {
  /** How many names {@link #similar} remembers: one that is being typed is asked for once. */
  private static final int MOST_SIMILAR = 10_000;

  /** Where the OTP is, empty for none. */
  private record Located(Optional<OtpInstall> install) {}

  /** What was found. */
  private record Listed(List<Path> searched, Map<String, List<InstalledApp>> apps) {}

  /** The code of an application, judged by a rule. */
  private record Judged(Path appFile, WriteAccess access) {}

  private final Supplier<Optional<OtpInstall>> location;
  private final List<Path> libDirs;

  /** Folders behind those, which the environment of the caller names. */
  private final List<Path> callerDirs;

  private @Nullable OtpIndex ofOthers;
  private @Nullable Located located;
  private @Nullable Listed listed;
  private final Map<String, AppFileResult> files = new ConcurrentHashMap<>();
  private final Map<Path, Set<String>> exports = new ConcurrentHashMap<>();
  private final Map<Path, List<BeamError>> flaws = new ConcurrentHashMap<>();
  private final Map<Judged, List<Unsafe>> unsafe = new ConcurrentHashMap<>();
  private final Map<String, List<String>> similar = new ConcurrentHashMap<>();

  private OtpIndex(
      Supplier<Optional<OtpInstall>> location, List<Path> libDirs, List<Path> callerDirs) {
    this.location = location;
    this.libDirs = List.copyOf(libDirs);
    this.callerDirs = List.copyOf(callerDirs);
  }

  /** Lists what is installed in an OTP and in further folders of applications. */
  public static OtpIndex scan(Optional<OtpInstall> install, List<Path> libDirs) {
    return scan(() -> install, libDirs);
  }

  /** As {@link #scan(Optional, List)}, with an OTP that is looked for as late. */
  public static OtpIndex scan(Supplier<Optional<OtpInstall>> install, List<Path> libDirs) {
    return scan(install, libDirs, List.of());
  }

  /**
   * As {@link #scan(Supplier, List)}.
   *
   * @param callerDirs more folders, which the environment of the caller names ({@code ERL_LIBS})
   */
  public static OtpIndex scan(
      Supplier<Optional<OtpInstall>> install, List<Path> libDirs, List<Path> callerDirs) {
    return new OtpIndex(install, libDirs, callerDirs);
  }

  /** The folders that the environment of the caller names, and that are searched here. */
  public List<Path> callerDirs() {
    return callerDirs;
  }

  /**
   * Returns what is installed for the node of another user, which the caller's folders do not
   * reach.
   */
  public synchronized OtpIndex ofAnotherUser() {
    OtpIndex index =
        callerDirs.isEmpty()
            ? this
            : ofOthers == null ? new OtpIndex(location, libDirs, List.of()) : ofOthers;
    ofOthers = index;
    return index;
  }

  /** The same places, listed again when they are first asked for. */
  public OtpIndex again() {
    return new OtpIndex(location, libDirs, callerDirs);
  }

  private static Listed list(Optional<OtpInstall> install, List<Path> libDirs) {
    List<Path> searched = new ArrayList<>(libDirs);
    install.map(OtpInstall::libDir).ifPresent(searched::add);
    Path otpLib = install.map(OtpInstall::libDir).orElse(Path.of("/nonexistent"));
    return new Listed(List.copyOf(searched), OtpScanner.scan(libDirs, otpLib));
  }

  private static List<Path> all(List<Path> first, List<Path> then) {
    List<Path> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private synchronized Listed listed() {
    Listed found = listed == null ? list(install(), all(libDirs, callerDirs)) : listed;
    listed = found;
    return found;
  }

  /** The OTP; empty where none was found, and then nothing can be said of any application. */
  public synchronized Optional<OtpInstall> install() {
    Located found = located == null ? new Located(location.get()) : located;
    located = found;
    return found.install();
  }

  /** How this OTP reads terms; known without a list of what is installed. */
  public OtpSyntax syntax() {
    return install().map(OtpInstall::syntax).orElse(OtpSyntax.UNKNOWN);
  }

  /** The folders that were searched, in the order of the code path. */
  public List<Path> searched() {
    return listed().searched();
  }

  public Set<String> names() {
    return listed().apps().keySet();
  }

  /**
   * The installed applications whose names are near a name, nearest first. Remembered: a file of
   * many unknown applications is checked after every keystroke.
   */
  public List<String> similar(String name) {
    if (similar.size() > MOST_SIMILAR) {
      similar.clear();
    }
    return similar.computeIfAbsent(name, wanted -> NearestName.some(wanted, names()));
  }

  /** The application that the code path takes. */
  public Optional<InstalledApp> find(String name) {
    return versions(name).stream().findFirst();
  }

  /** Every installed copy of an application, the one that the code path takes first. */
  public List<InstalledApp> versions(String name) {
    return listed().apps().getOrDefault(name, List.of());
  }

  /**
   * What the {@code .app} file of the application says; empty where it is unknown or its file
   * unreadable.
   */
  public Optional<AppFile> appFile(String name) {
    return reading(name).file();
  }

  /** Why the {@code .app} file of an installed application is of no use to an emulator. */
  public Optional<AppFileError> mistake(String name) {
    return reading(name).mistake();
  }

  /**
   * The functions that the callback module of an application exports, such as {@code
   * config_change/3}; none for a library, and where its compiled module cannot be read.
   */
  public Set<String> callbacks(AppFile app) {
    return app.module()
        .map(module -> app.path().resolveSibling(module + ".beam"))
        .map(beam -> exports.computeIfAbsent(beam, BeamExports::of))
        .orElse(Set.of());
  }

  /** The modules of an application that no emulator can load, in the order of its {@code .app}. */
  public List<BeamError> flaws(AppFile app) {
    return flaws.computeIfAbsent(app.path(), _ -> BeamError.all(app, this::hasElsewhere));
  }

  /**
   * Returns the directories and files of an application's code that untrusted users can change, as
   * they were when first asked for: the directory, the {@code .app} file, and every module in it.
   */
  public List<Unsafe> unsafe(InstalledApp app, WriteAccess access, int most) {
    return unsafe.computeIfAbsent(
        new Judged(app.appFile(), access),
        judged -> {
          Path ebin = app.appFile().resolveSibling("");
          List<Path> paths = new ArrayList<>(List.of(ebin, app.appFile()));
          paths.addAll(OtpScanner.list(ebin, "*.beam"));
          return access.unsafe(paths, most);
        });
  }

  /** Returns whether another application brings a module: the code path is one for all. */
  private boolean hasElsewhere(String module) {
    return names().stream()
        .flatMap(name -> find(name).stream())
        .anyMatch(app -> Files.exists(app.appFile().resolveSibling(module + ".beam")));
  }

  private AppFileResult reading(String name) {
    return files.computeIfAbsent(
        name,
        key -> find(key).map(app -> AppFileResult.read(app, syntax())).orElse(AppFileResult.NONE));
  }

  /** Returns the version in an application's {@code .app} file, or else in its directory's name. */
  public String version(InstalledApp app) {
    return appFile(app.name())
        .map(AppFile::version)
        .filter(version -> !version.isEmpty())
        .orElse(app.directoryVersion());
  }

  /**
   * An application that an emulator of this host would find.
   *
   * @param name of the application: that of its {@code .app} file
   * @param directoryVersion the version in its directory's name, empty where there is none
   * @param appFile its {@code ebin/NAME.app}
   */
  public record InstalledApp(String name, String directoryVersion, Path appFile) {}
}
