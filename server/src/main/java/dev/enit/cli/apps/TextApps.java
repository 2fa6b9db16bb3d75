package dev.enit.cli.apps;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.Style;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretValues;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Installed applications as text. */
record TextApps(CommandContext context, Style style, OtpIndex otp, SecretKeys secrets) {
  private static final int TITLE = 15;

  /** Prints a line for each application, and below it one for every copy that it hides. */
  void all(List<String> names) {
    where();
    int widestName = names.stream().mapToInt(TerminalText::width).max().orElse(0);
    int widestVersion =
        names.stream().mapToInt(name -> TerminalText.width(version(name))).max().orElse(0);
    for (String name : names) {
      String description = otp.appFile(name).map(AppFile::description).orElse("");
      line(
          style.bold(TerminalText.pad(TerminalText.harmless(name), widestName))
              + "  "
              + TerminalText.pad(version(name), widestVersion)
              + "  "
              + TerminalText.harmless(description));
      hidden(name).forEach(this::hides);
    }
  }

  /** Prints what the {@code .app} file of an application says. */
  void one(String name) {
    InstalledApp app = otp.find(name).orElseThrow();
    fact("name", name);
    fact("version", version(name));
    fact("file", context.shown(app.appFile()));
    otp.appFile(name).ifPresent(file -> facts(name, file));
    hidden(name).forEach(this::hides);
  }

  private void facts(String name, AppFile file) {
    fact("description-title", file.description());
    list("applications", file.applications());
    list("included", file.included());
    list("optional", file.optional());
    if (!file.defaults().isEmpty()) {
      line("");
      line(style.bold(Messages.text("cli.apps.defaults")));
      for (Map.Entry<String, AppDefault> entry : file.defaults().entrySet()) {
        String value = SecretValues.print(secrets, name, entry.getKey(), entry.getValue().value());
        line("  " + TerminalText.harmless(entry.getKey() + " = " + value));
      }
    }
  }

  private void where() {
    String found =
        otp.install()
            .map(i -> Messages.text("cli.apps.otp", i.version(), context.shown(i.root())))
            .orElseGet(() -> Messages.text("cli.apps.no-otp"));
    line(style.bold(found));
    for (Path folder : otp.searched()) {
      line(style.dim(Messages.text("cli.apps.searched", context.shown(folder))));
    }
    line("");
  }

  private void hides(InstalledApp app) {
    String text = Messages.text("cli.apps.hides", version(app), context.shown(app.appFile()));
    line(style.dim("  " + TerminalText.harmless(text)));
  }

  private List<InstalledApp> hidden(String name) {
    List<InstalledApp> versions = otp.versions(name);
    return versions.subList(1, versions.size());
  }

  private String version(String name) {
    return otp.appFile(name)
        .map(AppFile::version)
        .filter(version -> !version.isEmpty())
        .or(() -> otp.find(name).map(TextApps::version))
        .map(TerminalText::harmless)
        .orElse("");
  }

  private static String version(InstalledApp app) {
    return app.directoryVersion().isEmpty() ? "-" : app.directoryVersion();
  }

  private void list(String key, List<String> names) {
    if (!names.isEmpty()) {
      fact(key, String.join(", ", names));
    }
  }

  private void fact(String key, String value) {
    if (!value.isEmpty()) {
      String title = Messages.text("cli.apps." + key) + ":";
      line(style.bold(TerminalText.pad(title, TITLE)) + TerminalText.harmless(value));
    }
  }

  private void line(String text) {
    context.out().line(text.stripTrailing());
  }
}
