package dev.enit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fuzzing loop: runs a target on mutated inputs until its time is over. The inputs follow from
 * the seed. Failures with the same exception at the same place count as one, whose input is made
 * shorter.
 */
final class FuzzLoop {
  /** Nothing takes this long; an input that does has failed. */
  private static final Duration HANG = Duration.ofSeconds(30);

  private static final String HEX = ".hex";
  private static final int MOST_FAILURES = 20;
  private static final int MOST_STEPS = 5;
  private static final int POOL = 400;
  private static final Pattern TRACE = Pattern.compile("\\tat dev\\.enit[^\n]*");

  /** Runs that make an input shorter. */
  private static final int SHORTER = 400;

  private final FuzzTarget target;
  private final List<byte[]> pool;

  /** The number of inputs of the pool that are of the corpus. */
  private final int kept;

  private final Random random;
  private final long end;
  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private volatile byte[] present = {};
  private volatile long since = System.nanoTime();
  private volatile @Nullable Throwable broken;
  private final AtomicLong executions = new AtomicLong();

  /** An input and how its run ended. */
  static final class Failure {
    private final byte[] input;
    private final Throwable cause;

    private Failure(byte[] input, Throwable cause) {
      this.input = input;
      this.cause = cause;
    }

    Throwable cause() {
      return cause;
    }

    /** Returns a name that follows from the input. */
    String fileName() {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
        return HexFormat.of().formatHex(digest, 0, 6);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The figures of a run. */
  record Result(String target, long seed, long executions, double seconds, List<Failure> failures) {
    Result {
      failures = List.copyOf(failures);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "fuzz %-10s seed %d: %,d inputs in %.1f s, %d failures",
          target,
          seed,
          executions,
          seconds,
          failures.size());
    }
  }

  private FuzzLoop(FuzzTarget target, List<byte[]> corpus, long seed, Duration time) {
    this.target = target;
    this.pool = new ArrayList<>(corpus);
    this.kept = corpus.size();
    this.random = new Random(seed);
    this.end = System.nanoTime() + time.toNanos();
  }

  static Result run(FuzzTarget target, List<byte[]> corpus, long seed, Duration time)
      throws Exception {
    long start = System.nanoTime();
    FuzzLoop loop = new FuzzLoop(target, corpus, seed, time);
    Thread thread = new Thread(loop::loop, "fuzz " + target.name());
    thread.setDaemon(true);
    thread.start();
    while (!thread.join(Duration.ofMillis(500))) {
      if (System.nanoTime() - loop.since > HANG.toNanos()) {
        Exception hang = new IllegalStateException("still running after " + HANG);
        hang.setStackTrace(thread.getStackTrace());
        loop.failures.put("hang", new Failure(loop.present, hang));
        break;
      }
    }
    if (loop.broken != null) {
      throw new IllegalStateException("the loop of " + target.name(), loop.broken);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(
        target.name(), seed, loop.executions.get(), seconds, List.copyOf(loop.failures.values()));
  }

  private void loop() {
    try {
      while (System.nanoTime() < end && failures.size() < MOST_FAILURES) {
        byte[] input = any(pool);
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
          input = target.mutate(input, any(pool), random);
        }
        if (input.length > FuzzTarget.LONGEST) {
          input = Arrays.copyOf(input, FuzzTarget.LONGEST);
        }
        Throwable cause = run(input);
        if (cause != null) {
          record(input, cause);
        } else if (random.nextInt(20) == 0) {
          // What was reached in several steps is a place to go on from; the corpus stays.
          if (pool.size() < kept + POOL) {
            pool.add(input);
          } else {
            pool.set(kept + random.nextInt(POOL), input);
          }
        }
      }
    } catch (Throwable e) {
      broken = e;
    }
  }

  private byte[] any(List<byte[]> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  /** Returns what the target throws, or null if it throws nothing. */
  private @Nullable Throwable run(byte[] input) {
    present = input;
    since = System.nanoTime();
    executions.incrementAndGet();
    try {
      target.run(input);
      return null;
    } catch (Throwable e) {
      return e;
    }
  }

  private void record(byte[] input, Throwable cause) {
    String kind = kind(cause);
    if (!failures.containsKey(kind)) {
      failures.put(kind, new Failure(input, cause));
      failures.put(kind, shorter(input, cause, kind));
    }
  }

  private Failure shorter(byte[] input, Throwable cause, String kind) {
    byte[] shortest = input;
    Throwable told = cause;
    int runs = 0;
    for (int size = input.length / 2; size > 0 && runs < SHORTER; size /= 2) {
      for (int at = 0; at + size <= shortest.length && runs < SHORTER; runs++) {
        byte[] less = ByteMutation.without(shortest, at, at + size);
        Throwable again = run(less);
        if (again != null && kind(again).equals(kind)) {
          shortest = less;
          told = again;
        } else {
          at += size;
        }
      }
    }
    return new Failure(shortest, told);
  }

  /** Returns the type of an exception and where it was thrown, or the trace that it quotes. */
  private static String kind(Throwable cause) {
    Matcher quoted = TRACE.matcher(String.valueOf(cause.getMessage()));
    if (quoted.find()) {
      return quoted.group();
    }
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.enit.")) {
        return cause.getClass().getName() + " " + frame;
      }
    }
    return cause.getClass().getName();
  }

  /** Writes the input of a failure among the regressions of its target: bytes in hexadecimal. */
  static Path keep(Path folder, Failure failure) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(failure.fileName());
    String text = new String(failure.input, UTF_8);
    boolean isText =
        Arrays.equals(text.getBytes(UTF_8), failure.input)
            && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    return isText
        ? Files.write(file, failure.input)
        : Files.writeString(Path.of(file + HEX), HexFormat.of().formatHex(failure.input) + "\n");
  }

  /** Returns the input that was kept in a file. */
  static byte[] kept(Path file) throws IOException {
    return file.toString().endsWith(HEX)
        ? HexFormat.of().parseHex(Files.readString(file).strip())
        : Files.readAllBytes(file);
  }
}
