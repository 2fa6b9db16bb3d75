package dev.enit.cli.apps;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.InstalledApp;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpInstall;
import java.util.List;
import java.util.Optional;

/**
 * Applications for programs. An application whose {@code .app} file cannot be read has the fields
 * of the others, empty.
 */
final class JsonApps {
  private JsonApps() {}

  static void print(CommandContext context, OtpIndex otp, List<String> names) {
    IndentedJson json = new IndentedJson(context.out());
    json.object().name("otp");
    otp.install().ifPresentOrElse(install -> install(json, install), json::nothing);
    json.field("searched", otp.searched().stream().map(context::shown).toList());
    json.name("applications").array();
    names.forEach(name -> app(json, context, otp, name));
    json.end().end().finish();
  }

  private static void install(IndentedJson json, OtpInstall install) {
    json.object()
        .field("root", install.root().toString())
        .field("release", install.release())
        .field("version", install.version())
        .end();
  }

  private static void app(IndentedJson json, CommandContext context, OtpIndex otp, String name) {
    List<InstalledApp> copies = otp.versions(name);
    InstalledApp first = copies.getFirst();
    Optional<AppFile> file = otp.appFile(name);
    json.object()
        .field("name", name)
        .field("version", file.map(AppFile::version).orElse(first.directoryVersion()))
        .field("description", file.map(AppFile::description).orElse(""))
        .field("path", context.shown(first.appFile()))
        .field("applications", file.map(AppFile::applications).orElse(List.of()))
        .field("included", file.map(AppFile::included).orElse(List.of()))
        .field("optional", file.map(AppFile::optional).orElse(List.of()))
        .name("hides")
        .array();
    for (InstalledApp hidden : copies.subList(1, copies.size())) {
      json.object()
          .field("version", hidden.directoryVersion())
          .field("path", context.shown(hidden.appFile()))
          .end();
    }
    json.end().end();
  }
}
