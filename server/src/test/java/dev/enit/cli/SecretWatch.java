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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A watch for a secret where others could read it, repeated until it is closed: in the arguments
 * and the environment of every process of this host, and in files that are new or changed.
 */
final class SecretWatch implements AutoCloseable {
  private static final int LARGEST_FILE = 32 * 1024 * 1024;

  /** Of the folder for temporary files, which everybody shares; one's own are walked as a whole. */
  private static final int SHARED_DEPTH = 2;

  private static final long PATIENCE_MILLIS = 60_000;

  /** Between two looks, for what is watched to get on. */
  private static final long PAUSE_MILLIS = 5;

  private final String secret;
  private final Path folder;
  private final Path allowed;
  private final FileTime start = FileTime.fromMillis(System.currentTimeMillis());
  private final Set<String> found = new TreeSet<>();
  private final Set<Long> seen = new TreeSet<>();
  private final Thread thread = new Thread(this::run, "secret watch");

  /** Fair: a test that wants a look does not wait for many others. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Condition looked = lock.newCondition();
  private final CountDownLatch isClosed = new CountDownLatch(1);

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

  /** Returns where the secret was. */
  Set<String> found() {
    lock.lock();
    try {
      return new TreeSet<>(found);
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the arguments of a process have been read. */
  boolean hasSeen(long pid) {
    lock.lock();
    try {
      return seen.contains(pid);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is found somewhere. */
  void await(Predicate<String> place) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
      while (found.stream().noneMatch(place)) {
        if (left <= 0) {
          throw new AssertionError("not found, but: " + found);
        }
        left = looked.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** One look at everything. */
  void sweep() {
    lock.lock();
    try {
      processes();
      files(folder, Integer.MAX_VALUE);
      files(Path.of(System.getProperty("java.io.tmpdir")), SHARED_DEPTH);
      looked.signalAll();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (!isClosed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  /** Returns whether it could be read; what is gone meanwhile cannot. */
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
    isClosed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
