package dev.enit.core.node.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for {@code -ssl_dist_optfile} with a new certificate. */
final class TlsOptions {
  private static final String MAKE =
      """
      #{server_config := Server, client_config := Client} = public_key:pkix_test_data(
          #{server_chain => #{root => [], intermediates => [], peer => []},
            client_chain => #{root => [], intermediates => [], peer => []}}),
      [File] = init:get_plain_arguments(),
      ok = file:write_file(File, io_lib:format("~p.~n", [[{server, Server}, {client, Client}]])),
      halt().
      """;

  private TlsOptions() {}

  static Path write(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("ssl_dist.conf");
    Process process =
        new ProcessBuilder("erl", "-noinput", "-eval", MAKE, "-extra", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !Files.exists(file)) {
      throw new IOException(said);
    }
    return file;
  }
}
