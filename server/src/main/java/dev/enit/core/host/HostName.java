package dev.enit.core.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this computer, as a node with a short name uses it. */
public final class HostName {
  private HostName() {}

  /** Returns the host name up to its first dot. */
  public static String shortName() {
    String name = fullName();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String fullName() {
    try {
      // Without a request: the resolver may wait for a name server.
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException unknown) {
        return "localhost";
      }
    }
  }
}
