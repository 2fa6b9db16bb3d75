package dev.enit.core.node;

import dev.enit.core.node.RunningCode.Application;
import dev.enit.core.node.RunningCode.Module;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The difference between the code that a node runs and the code that a start of it would load now.
 * It holds what is certain: a module that is not loaded, a file that cannot be read and a node that
 * sees other files than this process add nothing.
 *
 * @param otp empty where a start would take the same OTP
 * @param applications with another version or other code, by name
 * @param gone folders of applications that the node has on its code path and that no longer exist
 * @param patched modules with other code that were not loaded from the folder of their application
 */
public record CodeDiff(
    Optional<OtpChange> otp,
    List<ApplicationChange> applications,
    List<GoneFolder> gone,
    List<PatchedModule> patched) {

  /** The application whose folder may vanish without harm: a node has all of it loaded. */
  private static final String ENIT = "enit";

  private static final String KERNEL = "kernel";

  /** No difference, or none that is known. */
  public static final CodeDiff NONE =
      new CodeDiff(Optional.empty(), List.of(), List.of(), List.of());

  public CodeDiff {
    applications = List.copyOf(applications);
    gone = List.copyOf(gone);
    patched = List.copyOf(patched);
  }

  /** A folder on the code path of the node that no longer exists. */
  public record GoneFolder(String application, Path folder) {
    /** Returns whether it is enit's own: its modules are loaded, so nothing is missing. */
    public boolean isOfEnit() {
      return application.equals(ENIT);
    }
  }

  /** Two versions of OTP, or of its emulator, where that alone differs. */
  public record OtpChange(String running, String installed) {}

  /**
   * An application that a start would load with other code.
   *
   * @param modules the loaded modules whose code differs; none where the versions differ, which are
   *     compared alone then
   */
  public record ApplicationChange(
      String name, String running, String installed, List<String> modules) {
    public ApplicationChange {
      modules = List.copyOf(modules);
    }

    public boolean isOtherVersion() {
      return !running.equals(installed);
    }
  }

  /**
   * A module that was loaded by hand, or by other means than a start.
   *
   * @param folder that it was loaded from; empty where it was loaded from no file
   */
  public record PatchedModule(String application, String module, Optional<Path> folder) {}

  /** Compares a node with what is installed for a release; reads the files of loaded modules. */
  public static CodeDiff of(Release release, RunningCode running, ModuleDigests digests) {
    return running.isHere() ? new Comparison(release, running, digests).diff() : NONE;
  }

  /** Returns whether a start of the node would load what it runs. */
  public boolean isEmpty() {
    return otp.isEmpty()
        && applications.isEmpty()
        && gone.stream().allMatch(GoneFolder::isOfEnit)
        && patched.isEmpty();
  }

  /** Of these applications alone. */
  CodeDiff within(Set<String> names) {
    return new CodeDiff(
        otp,
        applications.stream().filter(change -> names.contains(change.name())).toList(),
        gone.stream()
            .filter(folder -> folder.isOfEnit() || names.contains(folder.application()))
            .toList(),
        patched.stream().filter(module -> names.contains(module.application())).toList());
  }

  /** The change of an application. */
  public Optional<ApplicationChange> change(String application) {
    return applications.stream().filter(change -> change.name().equals(application)).findFirst();
  }

  private static final class Comparison {
    private final Release release;
    private final RunningCode running;
    private final ModuleDigests digests;
    private final boolean isComparable;

    Comparison(Release release, RunningCode running, ModuleDigests digests) {
      this.release = release;
      this.running = running;
      this.digests = digests;
      this.isComparable = isComparable();
    }

    CodeDiff diff() {
      List<ApplicationChange> changes = new ArrayList<>();
      List<PatchedModule> patched = new ArrayList<>();
      List<GoneFolder> gone = new ArrayList<>();
      TreeSet<String> names = new TreeSet<>(LoadedApplications.of(release));
      names.add(ENIT);
      for (String name : names) {
        Application application = running.applications().get(name);
        if (application == null) {
          continue;
        }
        Optional<Path> folder = folder(application);
        folder.filter(Comparison::isGone).ifPresent(path -> gone.add(new GoneFolder(name, path)));
        // What a start would take of enit itself is decided by the enit that starts the node.
        Optional<InstalledApp> installed =
            name.equals(ENIT) ? Optional.empty() : release.otp().find(name);
        if (installed.isPresent()) {
          String version = release.otp().appFile(name).map(AppFile::version).orElse("");
          compare(name, application, folder, installed.get(), version, changes, patched);
        }
      }
      return new CodeDiff(otp(), changes, gone, patched);
    }

    private Optional<OtpChange> otp() {
      OtpInstall install = release.otp().install().orElse(null);
      if (install == null || install.release() == 0 || running.otp().isEmpty()) {
        return Optional.empty();
      }
      String before = running.otpVersion().orElse(running.otp());
      if (!running.otp().equals(Integer.toString(install.release()))) {
        return Optional.of(new OtpChange(before, install.version()));
      }
      return install
          .erts()
          .filter(erts -> !erts.equals(running.erts()))
          .map(
              erts ->
                  before.equals(running.otp()) || before.equals(install.version())
                      ? new OtpChange("erts " + running.erts(), "erts " + erts)
                      : new OtpChange(before, install.version()));
    }

    private void compare(
        String name,
        Application application,
        Optional<Path> folder,
        InstalledApp installed,
        String version,
        List<ApplicationChange> changes,
        List<PatchedModule> patched) {
      boolean isKnown = !version.isEmpty() && !application.version().isEmpty();
      boolean isOther = isKnown && !version.equals(application.version());
      List<String> differing = new ArrayList<>();
      for (Module module : isComparable ? application.modules() : List.<Module>of()) {
        boolean isOwn = module.folder().isPresent() && module.folder().equals(folder);
        if ((isOwn && isOther) || !differs(module, installed)) {
          continue;
        }
        if (isOwn) {
          differing.add(module.name());
        } else {
          patched.add(new PatchedModule(name, module.name(), module.folder()));
        }
      }
      if (isOther) {
        changes.add(new ApplicationChange(name, application.version(), version, List.of()));
      } else if (!differing.isEmpty()) {
        changes.add(
            new ApplicationChange(name, application.version(), application.version(), differing));
      }
    }

    /**
     * Whether digests of this node can be compared: at least one module of an unchanged kernel has
     * the digest of its file. Otherwise this OTP computes digests in another way.
     */
    private boolean isComparable() {
      Application kernel = running.applications().get(KERNEL);
      Optional<InstalledApp> installed = release.otp().find(KERNEL);
      String version = release.otp().appFile(KERNEL).map(AppFile::version).orElse("");
      return kernel == null
          || installed.isEmpty()
          || !version.equals(kernel.version())
          || kernel.modules().stream().anyMatch(module -> !differs(module, installed.get()));
    }

    private boolean differs(Module module, InstalledApp installed) {
      Path beam = installed.appFile().resolveSibling(module.name() + ".beam");
      return switch (digests.of(beam)) {
        case ModuleDigests.Found.Digest(var md5) -> !md5.equals(module.md5());
        case ModuleDigests.Found.Absent _ -> true;
        case ModuleDigests.Found.Unreadable _ -> false;
      };
    }

    /**
     * The folder that an application runs from: the one on the code path that most of its modules
     * were loaded from, else the one that the code path has for its name.
     */
    private Optional<Path> folder(Application application) {
      Map<Path, Integer> counts = new HashMap<>();
      for (Module module : application.modules()) {
        module
            .folder()
            .filter(running.path()::contains)
            .ifPresent(folder -> counts.merge(folder, 1, Integer::sum));
      }
      return counts.entrySet().stream()
          .max(
              Map.Entry.<Path, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .or(application::ebin);
    }

    private static boolean isGone(Path folder) {
      try {
        Files.readAttributes(folder, BasicFileAttributes.class);
        return false;
      } catch (NoSuchFileException e) {
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }
}
