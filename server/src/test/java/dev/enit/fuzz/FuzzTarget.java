package dev.enit.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A reader of hostile input, with the properties that hold for every input. */
public interface FuzzTarget extends AutoCloseable {
  /** The largest input that mutation makes, in bytes. */
  int LONGEST = 16 * 1024;

  /** Returns its name: that of the folder with its regressions. */
  String name();

  /** Returns inputs to start from, in the same order in each run. */
  List<byte[]> corpus() throws IOException;

  /** Returns an input that is made of two others, by the structure of such inputs. */
  byte[] mutate(byte[] input, byte[] other, Random random);

  /**
   * Reads an input.
   *
   * @throws Throwable if a property does not hold, or as the reader throws it
   */
  void run(byte[] input) throws Throwable;

  @Override
  default void close() throws IOException {}
}
