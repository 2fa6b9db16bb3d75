package dev.enit.core.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The compiled modules of the OTP application {@code enit}, beside the program. What starts the JVM
 * names their folder in the system property {@code enit.erlang}.
 */
public final class ErlangSide {
  private ErlangSide() {}

  /** The folder of the modules. */
  public static Path folder() {
    String folder = System.getProperty("enit.erlang");
    if (folder == null) {
      throw new IllegalStateException("the system property enit.erlang is not set");
    }
    return Path.of(folder);
  }

  /**
   * The code of a module.
   *
   * @throws IOException where the installation of enit is damaged
   */
  public static byte[] module(String name) throws IOException {
    return Files.readAllBytes(folder().resolve(name + ".beam"));
  }
}
