package dev.enit.core.host;

import dev.enit.core.posix.FileStatus;
import dev.enit.core.posix.OpenFile;
import dev.enit.core.posix.PosixException;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A path for a file that is written, resolved name by name through open directories. A user who may
 * change a directory of the path cannot redirect it to a file of another user: directories and
 * links of untrusted users, and entries of one user in a directory of another, are refused, and no
 * name is looked up a second time between its check and its use.
 */
public final class SecurePath implements AutoCloseable {
  /** The limit of the kernel. */
  private static final int MOST_LINKS = 40;

  private static final Path ROOT = Path.of("/");
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final FileOwners owners;
  private final boolean followsLast;
  private final Deque<String> names = new ArrayDeque<>();
  private OpenFile directory;
  private Step step;

  /** The path of the directory, only for messages. */
  private Path shown = ROOT;

  private String name = ".";
  private Optional<OpenFile> entry = Optional.empty();
  private boolean isOwnDescriptor;

  /**
   * A directory that was entered or a link that was followed: it decides where the path continues.
   */
  private record Step(Path path, FileStatus status, String owner) {
    static Step of(Path path, OpenFile file) throws IOException {
      return new Step(path, file.status(), file.owner());
    }

    boolean isLink() {
      return status.type() == FileStatus.Type.LINK;
    }
  }

  /** Thrown if an untrusted user can redirect the path; says who, and what to do about it. */
  public static final class UnsafePathException extends FileSystemException {
    private static final long serialVersionUID = 1;

    private UnsafePathException(Path path, String reason) {
      super(path.normalize().toString(), null, reason);
    }
  }

  private SecurePath(FileOwners owners, boolean followsLast) throws IOException {
    this.owners = owners;
    this.followsLast = followsLast;
    this.directory = OpenFile.of(ROOT);
    this.step = Step.of(ROOT, directory);
  }

  /**
   * Opens the directory of a file, and the file if it exists.
   *
   * @param path absolute
   * @param followsLast whether the file may be a link, if it belongs to a trusted user
   * @throws UnsafePathException if the path is not safe
   */
  static SecurePath of(Path path, FileOwners owners, boolean followsLast) throws IOException {
    SecurePath walk = new SecurePath(owners, followsLast);
    try {
      path.toAbsolutePath().forEach(each -> walk.names.add(each.toString()));
      walk.walk();
      return walk;
    } catch (IOException e) {
      walk.close();
      throw e;
    }
  }

  /**
   * Opens a file to append to, and creates it if it is missing.
   *
   * @param path absolute
   * @param isNamed whether the caller named it: then a link of a trusted user is followed, and a
   *     device, a FIFO or a descriptor of this process is used as it is
   * @param mode permissions of a new file
   * @return the file, to be opened by its {@link OpenFile#path}
   * @throws UnsafePathException if the path or the file is not safe
   * @throws FileSystemException also with a reason if the file cannot be appended to
   */
  public static OpenFile toAppend(Path path, FileOwners owners, boolean isNamed, int mode)
      throws IOException {
    try (SecurePath at = of(path, owners, isNamed)) {
      if (at.entry.isEmpty()) {
        return at.create(mode);
      }
      at.checkWritable(isNamed);
      return at.take();
    }
  }

  /**
   * Opens a regular file to read.
   *
   * @param path absolute
   */
  public static OpenFile toRead(Path path, FileOwners owners, boolean isNamed) throws IOException {
    try (SecurePath at = of(path, owners, isNamed)) {
      OpenFile file = at.entry.orElseThrow(() -> new NoSuchFileException(path.toString()));
      if (!file.status().isRegular()) {
        throw RegularFile.irregular(path, file.status());
      }
      return at.take();
    }
  }

  /**
   * Opens a directory in which files are created.
   *
   * @param path absolute
   */
  public static OpenFile directory(Path path, FileOwners owners) throws IOException {
    try (SecurePath at = of(path, owners, true)) {
      if (at.entry.isPresent() || !at.name.equals(".")) {
        throw at.refused("file.unsafe.no-directory", path);
      }
      return at.directory.entry(".");
    }
  }

  private void walk() throws IOException {
    int links = 0;
    checkDirectory();
    while (!names.isEmpty()) {
      String next = names.removeFirst();
      if (next.isEmpty() || next.equals(".")) {
        continue;
      }
      Optional<OpenFile> found = find(next);
      if (found.isEmpty()) {
        name = next;
        checkLead(step.path(), directory.status());
        return;
      }
      Step to = Step.of(shown.resolve(next).normalize(), found.get());
      boolean isLast = names.isEmpty();
      if (to.isLink() && (followsLast || !isLast)) {
        links++;
        try (OpenFile link = found.get()) {
          check(to, links);
          if (isDescriptors()) {
            name = next;
            entry = Optional.of(OpenFile.ofDescriptor(next));
            isOwnDescriptor = true;
            return;
          }
          step = to;
          follow(Path.of(link.target()));
        }
      } else if (to.status().type() == FileStatus.Type.DIRECTORY) {
        enter(found.get(), to);
      } else {
        name = next;
        entry = found;
        if (!isLast) {
          throw refused("file.unsafe.no-directory", to.path());
        }
        return;
      }
    }
    // A link may end in the directory that it is in.
    checkLead(shown, directory.status());
  }

  /**
   * Returns an entry of the present directory, or empty if the last name of the path does not
   * exist.
   */
  private Optional<OpenFile> find(String next) throws IOException {
    try {
      return Optional.of(directory.entry(next));
    } catch (PosixException e) {
      if (e.errno() == PosixException.ENOENT && names.isEmpty()) {
        return Optional.empty();
      }
      throw e.ofFile(shown.resolve(next));
    }
  }

  /** Returns whether the entries of the present directory are the open files of this process. */
  private boolean isDescriptors() throws IOException {
    return directory.path().toRealPath().equals(DESCRIPTORS.toRealPath());
  }

  private void follow(Path target) throws IOException {
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      names.addFirst(target.getName(i).toString());
    }
    if (target.isAbsolute()) {
      directory.close();
      directory = OpenFile.of(ROOT);
      shown = ROOT;
      checkLead(ROOT, directory.status());
    }
  }

  private void enter(OpenFile next, Step to) throws IOException {
    try {
      check(to, 0);
    } catch (IOException e) {
      next.close();
      throw e;
    }
    directory.close();
    directory = next;
    shown = to.path();
    step = to;
    checkDirectory();
  }

  /** Refuses a directory in which every user can replace everything. */
  private void checkDirectory() throws IOException {
    if (step.status().isWritableByAll() && !step.status().isSticky()) {
      throw refused("file.unsafe.others", shown);
    }
  }

  private void check(Step to, int links) throws IOException {
    if (!owners.isKnown(to.status().uid())) {
      throw refused(to.isLink() ? "file.unsafe.link" : "file.unsafe.owner", to.path(), to.owner());
    }
    checkLead(to.path(), to.status());
    if (links > MOST_LINKS) {
      throw refused("file.unsafe.links", to.path());
    }
  }

  private void checkLead(Path path, FileStatus to) throws IOException {
    if (!owners.mayHold(step.status().uid(), to.uid())) {
      String key = step.isLink() ? "file.unsafe.link-lead" : "file.unsafe.lead";
      throw refused(key, step.path(), step.owner(), path);
    }
  }

  private void checkWritable(boolean isNamed) throws IOException {
    OpenFile file = entry.orElseThrow();
    FileStatus of = file.status();
    if (isOwnDescriptor) {
      return;
    }
    Path path = shown.resolve(name);
    FileStatus within = directory.status();
    switch (of.type()) {
      case LINK -> throw refused("file.unsafe.is-link", path);
      case REGULAR -> {
        if (!owners.isKnown(of.uid())) {
          throw refused("file.unsafe.file", path, file.owner());
        }
        // In a directory that others can write to, it may be a hard link to another file.
        boolean isClosed =
            owners.isTrusted(within.uid())
                && !within.isGroupWritable()
                && !within.isWritableByAll();
        if (of.links() > 1 && !isClosed) {
          throw refused("file.unsafe.hard-links", path, of.links());
        }
        if (step.isLink()) {
          checkLead(path, of);
        }
      }
      case DEVICE, FIFO, SOCKET, OTHER, DIRECTORY -> {
        if (!isNamed || of.type() == FileStatus.Type.DIRECTORY) {
          throw RegularFile.irregular(path, of);
        }
        if (!owners.isTrusted(of.uid())
            && !(of.type() == FileStatus.Type.DEVICE && owners.isKnown(of.uid()))) {
          throw refused("file.unsafe.file", path, file.owner());
        }
      }
    }
  }

  private OpenFile create(int mode) throws IOException {
    try {
      return directory.create(name, mode);
    } catch (PosixException e) {
      throw e.ofFile(shown.resolve(name));
    }
  }

  /** Returns the file, which the caller has to close. */
  private OpenFile take() {
    OpenFile file = entry.orElseThrow();
    entry = Optional.empty();
    return file;
  }

  private UnsafePathException refused(String key, Object... arguments) {
    return new UnsafePathException(shown.resolve(name), Messages.text(key, arguments));
  }

  @Override
  public void close() {
    directory.close();
    entry.ifPresent(OpenFile::close);
  }
}
