package dev.enit.core.otp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Specifications as text, a line each: {@code a: b c} depends, {@code a+ b} includes, {@code a? b}
 * may be absent.
 */
public final class WrittenApps {
  private WrittenApps() {}

  /** Returns the applications by name. */
  public static Map<String, AppFile> read(String text) {
    Map<String, AppFile> apps = new HashMap<>();
    text.lines().filter(line -> !line.isBlank()).forEach(line -> add(apps, line));
    return apps;
  }

  private static void add(Map<String, AppFile> apps, String line) {
    String[] words = line.strip().split("[ ,]+");
    String kind = words[0].substring(words[0].length() - 1);
    String name = words[0].substring(0, words[0].length() - 1);
    List<String> others = List.of(words).subList(1, words.length);
    AppFile old = apps.getOrDefault(name, app(name, List.of(), List.of(), List.of()));
    apps.put(
        name,
        switch (kind) {
          case "+" -> app(name, old.applications(), others, old.optional());
          case "?" -> app(name, old.applications(), old.included(), others);
          default -> app(name, others, old.included(), old.optional());
        });
  }

  /** Returns an application with its needs. */
  public static AppFile app(
      String name, List<String> applications, List<String> included, List<String> optional) {
    return new AppFile(
        Path.of(name + ".app"),
        name,
        "1.0",
        "",
        applications,
        included,
        optional,
        Map.of(),
        Optional.empty(),
        List.of());
  }
}
