package dev.enit.core.report;

import dev.enit.core.config.LaunchSettings;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import dev.enit.core.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A systemd unit that runs a release, with comments that explain its lines.
 *
 * @param program how enit is called: its path, and options that every call of it needs
 * @param variables that the node has besides those that systemd gives it
 * @param hasEpmdUnit whether the host has a unit for epmd
 */
public record UnitFile(
    Release release, List<String> program, Map<String, String> variables, boolean hasEpmdUnit) {
  /** The environment variable with the port of epmd. */
  public static final String EPMD_PORT = "ERL_EPMD_PORT";

  /** Returns the text of the unit. */
  public String text() {
    LaunchSettings settings = LaunchSettings.of(release.config());
    List<String> parts = new ArrayList<>();
    parts.add(part("head", escaped(release.name())));
    parts.add(part("unit", escaped(release.name()), escaped(release.node().nodename())));
    boolean ownEpmd = !hasEpmdUnit || variables.containsKey(EPMD_PORT);
    parts.add(ownEpmd ? part("after") : part("after.epmd"));
    parts.add(part("service", command("startfg"), command("reconfigure")));
    parts.add(
        settings
            .user()
            .or(settings::group)
            .map(name -> part("user", escaped(name)))
            .orElseGet(() -> part("user.none")));
    parts.add(part("stop", time(settings), ownEpmd ? part("kill.process") : part("kill.mixed")));
    variables.forEach(
        (name, value) -> parts.add(part("variable", quoted(escaped(name + "=" + value)))));
    parts.add(part("end", escaped(release.name())));
    return String.join("\n", parts) + "\n";
  }

  private String command(String name) {
    List<String> words = new ArrayList<>(program);
    words.add(name);
    words.add(release.name());
    return String.join(" ", words.stream().map(UnitFile::word).toList());
  }

  private static String time(LaunchSettings settings) {
    long milliseconds = settings.stopTimeout().toMillis();
    return milliseconds % 1000 == 0 ? milliseconds / 1000 + "s" : milliseconds + "ms";
  }

  private static String part(String key, Object... arguments) {
    return Messages.text("systemd." + key, arguments);
  }

  /** Returns a word of a command, with dollar signs doubled since they begin variables. */
  private static String word(String text) {
    return quoted(escaped(text).replace("$", "$$"));
  }

  private static String quoted(String text) {
    return text.matches("[^\\s\"'\\\\;]+")
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Returns a text with per cent signs doubled, which begin specifiers, and line ends escaped. */
  private static String escaped(String text) {
    return VisibleText.line(text).replace("%", "%%");
  }
}
