package dev.enit.cli.apps;

import dev.enit.cli.Shell;
import dev.enit.cli.terminal.Json;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.InstalledApp;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpInstall;
import java.util.List;

/**
 * Applications for programs. An application whose {@code .app} file cannot be read has the fields
 * of the others, empty.
 */
final class JsonApps {
  private JsonApps() {}

  static void print(Shell shell, OtpIndex otp, List<String> names) {
    Json json = new Json(shell.out());
    json.object().name("otp");
    otp.install().ifPresentOrElse(install -> install(json, install), json::nothing);
    json.field("searched", otp.searched().stream().map(shell::shown).toList());
    json.name("applications").array();
    names.forEach(name -> app(json, shell, otp, name));
    json.end().end().finish();
  }

  private static void install(Json json, OtpInstall install) {
    json.object()
        .field("root", install.root().toString())
        .field("release", install.release())
        .field("version", install.version())
        .end();
  }

  private static void app(Json json, Shell shell, OtpIndex otp, String name) {
    List<InstalledApp> copies = otp.versions(name);
    AppFile file =
        otp.appFile(name)
            .orElseGet(
                () ->
                    new AppFile(
                        copies.getFirst().appFile(),
                        name,
                        copies.getFirst().directoryVersion(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        java.util.Map.of(),
                        java.util.Optional.empty()));
    json.object()
        .field("name", name)
        .field("version", file.version())
        .field("description", file.description())
        .field("path", shell.shown(copies.getFirst().appFile()))
        .field("applications", file.applications())
        .field("included", file.included())
        .field("optional", file.optional())
        .name("hides")
        .array();
    for (InstalledApp hidden : copies.subList(1, copies.size())) {
      json.object()
          .field("version", hidden.directoryVersion())
          .field("path", shell.shown(hidden.appFile()))
          .end();
    }
    json.end().end();
  }
}
