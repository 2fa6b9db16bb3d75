package dev.enit.cli.apps;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import java.util.List;
import java.util.Optional;

/**
 * Installed applications as JSON. If an {@code .app} file cannot be read, its members are empty.
 */
final class JsonApps {
  private record Document(Optional<Otp> otp, List<String> searched, List<App> applications) {}

  private record Otp(String root, int release, String version) {}

  private record App(
      String name,
      String version,
      String description,
      String path,
      List<String> applications,
      List<String> included,
      List<String> optional,
      List<Hidden> hides) {}

  private record Hidden(String version, String path) {}

  private JsonApps() {}

  static void print(CommandContext context, OtpIndex otp, List<String> names) {
    Document document =
        new Document(
            otp.install().map(i -> new Otp(i.root().toString(), i.release(), i.version())),
            otp.searched().stream().map(context::shown).toList(),
            names.stream().map(name -> app(context, otp, name)).toList());
    JsonOutput.print(document, context.out());
  }

  private static App app(CommandContext context, OtpIndex otp, String name) {
    List<InstalledApp> copies = otp.versions(name);
    InstalledApp first = copies.getFirst();
    Optional<AppFile> file = otp.appFile(name);
    return new App(
        name,
        file.map(AppFile::version).orElse(first.directoryVersion()),
        file.map(AppFile::description).orElse(""),
        context.shown(first.appFile()),
        file.map(AppFile::applications).orElse(List.of()),
        file.map(AppFile::included).orElse(List.of()),
        file.map(AppFile::optional).orElse(List.of()),
        copies.stream()
            .skip(1)
            .map(copy -> new Hidden(copy.directoryVersion(), context.shown(copy.appFile())))
            .toList());
  }
}
