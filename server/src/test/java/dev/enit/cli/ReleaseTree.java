package dev.enit.cli;

import dev.enit.core.host.HostName;
import dev.enit.core.settings.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A tree of releases in a folder of a test, and command lines on this host, with real nodes. */
record ReleaseTree(Path folder, int epmdPort) {
  /** Returns a release with its applications, and its settings for the node: a list of pairs. */
  ReleaseTree add(String name, String applications, String node) throws IOException {
    write(
        "var/lib/enit/" + name + "/release.enit",
        "{release, '" + name + "', [{vsn, \"1.0\"}, {applications, " + applications + "}]}.\n");
    write("etc/enit/" + name + "/user.config", "{node, " + node + "}.\n");
    return this;
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  Outcome enit(String... arguments) {
    HostFacts host = new HostFacts(HostName.shortName(), InProcess.HOST.accounts());
    Map<String, String> environment =
        Map.of("ERL_EPMD_PORT", Integer.toString(epmdPort), "PATH", System.getenv("PATH"));
    return InProcess.run(host, folder, environment, new byte[0], false, List.of(arguments));
  }
}
