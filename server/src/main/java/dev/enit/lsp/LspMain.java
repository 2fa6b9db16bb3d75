package dev.enit.lsp;

import dev.enit.core.node.DaemonCommand;
import dev.enit.core.text.Messages;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/** The entry point of the language server: serves one client until it disconnects. */
public final class LspMain {
  private LspMain() {}

  /** Runs {@link #run(String[], Map, DaemonCommand)} with the environment of the process. */
  public static int run(String[] args, DaemonCommand daemon) {
    return run(args, System.getenv(), daemon);
  }

  /**
   * Serves a client on the standard streams, or on a socket.
   *
   * @param args {@code --stdio} (the default), {@code --socket PORT} (as VS Code means it: the
   *     client listens on that port of 127.0.0.1, and the server connects), {@code
   *     --clientProcessId PID} (the server ends with that process)
   * @param environment the environment variables of the process, or those of a test
   * @param daemon the command that runs this program as the node of a release
   * @return the status to exit with: 0 after {@code shutdown} and {@code exit}, 1 without, 255 for
   *     wrong arguments
   */
  public static int run(String[] args, Map<String, String> environment, DaemonCommand daemon) {
    LspArguments arguments;
    try {
      arguments = LspArguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 255;
    }
    // Other output of this process must not get between the messages.
    System.setOut(System.err);
    return arguments.port().isPresent()
        ? onSocket(arguments, environment, daemon)
        : onStandardStreams(arguments, environment, daemon);
  }

  private static int onStandardStreams(
      LspArguments arguments, Map<String, String> environment, DaemonCommand daemon) {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 64 * 1024);
    return new LanguageServer(
            in, new FileOutputStream(FileDescriptor.out), System.err, environment, daemon)
        .run(arguments.clientProcessId());
  }

  private static int onSocket(
      LspArguments arguments, Map<String, String> environment, DaemonCommand daemon) {
    int port = arguments.port().orElseThrow();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
      return new LanguageServer(in, socket.getOutputStream(), System.err, environment, daemon)
          .run(arguments.clientProcessId());
    } catch (IOException e) {
      System.err.println(Messages.text("lsp.no-connection", port, String.valueOf(e.getMessage())));
      return 1;
    }
  }
}
