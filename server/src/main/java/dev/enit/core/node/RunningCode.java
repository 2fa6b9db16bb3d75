package dev.enit.core.node;

import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The code that a node runs, as the node says: from {@code enit_code:running/0}.
 *
 * @param otp the release of OTP, such as 25
 * @param otpVersion its full version, such as 25.2.3; empty where enit did not start the node
 * @param erts the version of the emulator
 * @param disk identifies the file system that the node sees; empty where the node cannot tell
 * @param path the folders of the code path that are absolute
 * @param applications those that are loaded
 */
public record RunningCode(
    String otp,
    Optional<String> otpVersion,
    String erts,
    Optional<Disk> disk,
    Set<Path> path,
    SortedMap<String, Application> applications) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** The root directory of a host that was booted once. */
  public record Disk(String boot, long device, long inode) {

    /** That of this process; empty where the system does not tell. */
    static Optional<Disk> own() {
      try {
        Path root = Path.of("/");
        return Optional.of(
            new Disk(
                Files.readString(BOOT).strip(),
                (long) Files.getAttribute(root, "unix:dev"),
                (long) Files.getAttribute(root, "unix:ino")));
      } catch (IOException | UnsupportedOperationException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * An application.
   *
   * @param version empty where it is no text
   * @param ebin its folder, by the code path
   * @param modules those that are loaded
   */
  public record Application(String version, Optional<Path> ebin, List<Module> modules) {}

  /**
   * A loaded module.
   *
   * @param folder that it was loaded from; empty where it was loaded from no file
   */
  public record Module(String name, Optional<Path> folder, Bytes md5) {}

  /** Asks a node. */
  static RunningCode of(Agent agent, Deadline deadline) throws UnreachableException, AgentRefusal {
    return of(agent.request(WireTerms.atom("code"), deadline));
  }

  /** From the agent's map. */
  public static RunningCode of(Term code) {
    MapFields fields = MapFields.of(code);
    Set<Path> path = new TreeSet<>();
    fields.texts("path").forEach(text -> folder(text).ifPresent(path::add));
    SortedMap<String, Application> applications = new TreeMap<>();
    for (Term each : fields.list("applications")) {
      if (each instanceof Term.Tuple(var _, var parts) && parts.size() == 4) {
        NodeText.of(parts.getFirst()).ifPresent(name -> applications.put(name, application(parts)));
      }
    }
    return new RunningCode(
        fields.text("otp").orElse(""),
        fields.text("otp_version"),
        fields.text("erts").orElse(""),
        fields.value("disk").flatMap(RunningCode::disk),
        path,
        applications);
  }

  /** Returns whether the node sees the same files under the same names as this process. */
  public boolean isHere() {
    return disk.isPresent() && disk.equals(Disk.own());
  }

  private static Optional<Disk> disk(Term disk) {
    return disk instanceof Term.Tuple(var _, var parts)
            && parts.size() == 3
            && parts.get(1) instanceof Term.Int device
            && parts.get(2) instanceof Term.Int inode
        ? NodeText.of(parts.getFirst())
            .map(boot -> new Disk(boot, device.value().longValue(), inode.value().longValue()))
        : Optional.empty();
  }

  private static Application application(List<Term> parts) {
    List<Module> modules = new ArrayList<>();
    if (parts.get(3) instanceof Term.ListTerm folders) {
      for (Term each : folders.elements()) {
        if (each instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.getLast() instanceof Term.ListTerm loaded) {
          Optional<Path> folder = folder(pair.getFirst());
          loaded.elements().forEach(module -> module(module, folder, modules));
        }
      }
    }
    return new Application(
        NodeText.of(parts.get(1)).orElse(""), folder(parts.get(2)), List.copyOf(modules));
  }

  private static void module(Term module, Optional<Path> folder, List<Module> modules) {
    if (module instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.getFirst() instanceof Term.Atom name
        && pair.getLast() instanceof Term.Binary(var _, Bytes md5, var _)) {
      modules.add(new Module(name.name(), folder, md5));
    }
  }

  /** The atoms {@code other} and {@code undefined} are no folders. */
  private static Optional<Path> folder(Term folder) {
    return folder instanceof Term.Atom
        ? Optional.empty()
        : NodeText.of(folder).flatMap(RunningCode::folder);
  }

  private static Optional<Path> folder(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
