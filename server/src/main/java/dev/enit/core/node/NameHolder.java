package dev.enit.core.node;

import dev.enit.core.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What has the name of a release's node and is not that node: a node of another tree, of another
 * user, or one that enit did not start.
 *
 * @param pid of its process; empty where that cannot be seen from here
 * @param kind in what it differs
 * @param release that enit started it for
 * @param releaseDir that enit started it from, and
 * @param configDir the directory of the host's configuration, where it tells them
 * @param user that it runs as, where its process can be seen
 */
public record NameHolder(
    OptionalLong pid,
    Kind kind,
    Optional<String> release,
    Optional<Path> releaseDir,
    Optional<Path> configDir,
    Optional<String> user) {

  /** In what it differs from the node of the release. */
  public enum Kind {
    /** The process cannot be seen, and the node does not say. */
    UNKNOWN,
    /** enit did not start it. */
    FOREIGN,
    /** A release of another name. */
    OTHER_RELEASE,
    OTHER_RELEASE_DIR,
    OTHER_CONFIG_DIR,
    /** Of another user, who may or may not run it for this release. */
    OTHER_USER,
    /** In a container, or under another root directory. */
    ELSEWHERE
  }

  /** One of which nothing can be seen. */
  static NameHolder unknown() {
    return new NameHolder(
        OptionalLong.empty(),
        Kind.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A process of this host. */
  public static NameHolder of(LocalProcess process, NodeIdentity wanted) {
    return of(
        process.arguments(),
        OptionalLong.of(process.pid()),
        Optional.of(process.user()),
        process.isElsewhere(),
        wanted);
  }

  /** A connected node whose process is not one that can be seen. */
  static NameHolder of(NodeProof node, NodeIdentity wanted) {
    return of(node.arguments(), OptionalLong.empty(), Optional.empty(), true, wanted);
  }

  private static NameHolder of(
      NodeArguments arguments,
      OptionalLong pid,
      Optional<String> user,
      boolean isElsewhere,
      NodeIdentity wanted) {
    return new NameHolder(
        pid,
        kind(arguments, isElsewhere, wanted),
        arguments.release(),
        arguments.releaseDir().map(DirectoryIdentity::named),
        arguments.configDir().map(DirectoryIdentity::named),
        user);
  }

  private static Kind kind(NodeArguments node, boolean isElsewhere, NodeIdentity wanted) {
    if (!node.isOfEnit()) {
      return Kind.FOREIGN;
    }
    if (isElsewhere) {
      return Kind.ELSEWHERE;
    }
    if (node.releaseDir().filter(wanted.releaseDir()::isSame).isEmpty()) {
      return Kind.OTHER_RELEASE_DIR;
    }
    if (node.release().filter(wanted.release()::equals).isEmpty()) {
      return Kind.OTHER_RELEASE;
    }
    return wanted.matches(node) ? Kind.OTHER_USER : Kind.OTHER_CONFIG_DIR;
  }

  /** Who it is, to stand behind "is in use by". */
  public String words() {
    String process =
        pid.isPresent()
            ? Messages.text("node.occupant.process", Long.toString(pid.getAsLong()))
            : Messages.text("node.occupant.node");
    return Messages.text(
        "node.occupant." + kind,
        process,
        release.orElse(""),
        releaseDir.map(Path::toString).orElse("?"),
        configDir.map(Path::toString).orElse("?"),
        user.orElse("?"));
  }

  /** What can be done about it. */
  public String remedy() {
    String directories =
        "--release-dir "
            + releaseDir.map(Path::toString).orElse("?")
            + configDir.map(directory -> " --config-dir " + directory).orElse("");
    return switch (kind) {
      case UNKNOWN, FOREIGN, OTHER_USER, ELSEWHERE -> Messages.text("node.occupant.remedy");
      case OTHER_RELEASE, OTHER_RELEASE_DIR, OTHER_CONFIG_DIR ->
          releaseDir.isEmpty() || !Files.isDirectory(releaseDir.get())
              ? Messages.text("node.occupant.remedy.gone", Long.toString(pid.orElse(0)))
              : Messages.text("node.occupant.remedy.enit", release.orElse("?"), directories);
    };
  }
}
