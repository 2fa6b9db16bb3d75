package dev.enit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks for a secret where others could read it, over and over until it is closed: in the arguments
 * and the environment of every process of this host, and in files that are new or changed.
 */
final class SecretWatch implements AutoCloseable {
  private static final int LARGEST_FILE = 32 * 1024 * 1024;

  /** Of the folder for temporary files, which everybody shares; one's own are walked as a whole. */
  private static final int SHARED_DEPTH = 2;

  private static final long PATIENCE_MILLIS = 60_000;

  private final String secret;
  private final Path folder;
  private final Path allowed;
  private final FileTime start = FileTime.fromMillis(System.currentTimeMillis());
  private final Set<String> found = new TreeSet<>();
  private final Set<Long> seen = new TreeSet<>();
  private final Thread thread = new Thread(this::run, "secret watch");
  private volatile boolean isClosed;

  private SecretWatch(String secret, Path folder, Path allowed) {
    this.secret = secret;
    this.folder = folder;
    this.allowed = allowed;
  }

  /**
   * Begins.
   *
   * @param folder where all files are read
   * @param allowed a folder in it that has the secret
   */
  static SecretWatch start(String secret, Path folder, Path allowed) {
    SecretWatch watch = new SecretWatch(secret, folder, allowed);
    watch.thread.start();
    return watch;
  }

  /** Where the secret was. */
  synchronized Set<String> found() {
    return new TreeSet<>(found);
  }

  /** Whether the arguments of a process have been read. */
  synchronized boolean hasSeen(long pid) {
    return seen.contains(pid);
  }

  /** Waits until it is found somewhere. */
  synchronized void await(Predicate<String> place) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (found.stream().noneMatch(place)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("not found, but: " + found);
      }
      wait(left);
    }
  }

  /** One look at everything. */
  synchronized void sweep() {
    try {
      processes();
      files(folder, Integer.MAX_VALUE);
      files(Path.of(System.getProperty("java.io.tmpdir")), SHARED_DEPTH);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    notifyAll();
  }

  private void run() {
    while (!isClosed) {
      sweep();
    }
  }

  private void processes() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        if (look(process.resolve("cmdline")) && look(process.resolve("environ"))) {
          seen.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    }
  }

  private void files(Path root, int depth) throws IOException {
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return path.equals(allowed) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean isNew = attributes.lastModifiedTime().compareTo(start) >= 0;
            if (attributes.isRegularFile() && isNew && attributes.size() <= LARGEST_FILE) {
              look(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Whether it could be read; what is gone meanwhile cannot. */
  private boolean look(Path file) {
    try {
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret)) {
        found.add(file.toString());
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
