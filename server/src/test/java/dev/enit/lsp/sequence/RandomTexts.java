package dev.enit.lsp.sequence;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A generator of related texts of files, valid and invalid. */
final class RandomTexts {
  private static final Path INSTALLED = Path.of("src/test/resources/installed").toAbsolutePath();

  private static final List<String> FORMS =
      List.of(
          "{shop, [\n    {size, 1},\n    {timeout, 60000}\n]}.\n",
          "{shop, [{size, 2}, {size, 3}]}.\n",
          "{shop, [{mode, fast}, {'odd key', \"🦊 å\"}]}.\n",
          "{shop, []}.\n",
          "{kernel, [{logger_level, info}, {net_ticktime, 30}]}.\n",
          "{kernel, [\n\t{logger_level, debug},\n\t{start_timer, true}\n]}.\n",
          "{sasl, [{utc_log, true}, {sasl_error_logger, {file, \"/tmp\"}}]}.\n",
          "{node, [{cookie, \"hush\"}, {nodename, \"web\"}]}.\n",
          "{node, [{cookie, monster}, {nodename, \"mail@host\"}]}.\n",
          "{node, [{run_as_user, \"nobody\"}, {stop_timeout, 5000}]}.\n",
          "{extension, more, [{applications, [store, extra]}]}.\n",
          "{extension, 'two words', [{applications, [shelf]}]}.\n",
          "{late, [{a, 1}]}.\n",
          "{store, [{path, <<\"x\">>}, {limits, #{a => 1, b => [1|2]}}]}.\n",
          "%% a comment 🦊 {with, brackets\n",
          "bare_atom.\n",
          "[{shop, [{size, 4}]}, {kernel, []}].\n",
          "{shop, [{size 5}, {b, \"never ends\n",
          "{shop, [{size, 6}, {mode, }]\n",
          "{kernel, [{a, 1}, {b, [2}, 3]}]}.\n",
          "}.\n",
          "\n\n");

  private static final List<String> SPECIFICATIONS =
      List.of(
          """
          {release, web, [
              {vsn, "1.0"},
              {applications, [kernel, stdlib, shop]}
          ]}.
          """,
          "{release, web, [{vsn, \"1.1\"}, {applications, [shop, store, sasl]}]}.\n",
          "{release, mail, [{vsn, \"2\"}, {applications, [late, late, nowhere]}]}.\n",
          "{release, 'other name', [{applications, []}, {colour, blue}]}.\n",
          "{release, web, [{vsn, 1}, {applications, [shop}]}.\n",
          "{release, web, [{vsn, \"1\"}",
          "");

  private static final List<String> SETTINGS =
      List.of(
          "{otp, \"%1$s/otp\"}.\n{lib_dirs, [\"%1$s/lib\", \"lib\"]}.\n",
          "{otp, \"%1$s/otp\"}.\n{lib_dirs, [\"%1$s/lib\"]}.\n",
          "{otp, \"%1$s/otp\"}.\n{colour, blue}.\n",
          "{otp, \"%1$s/otp\"}.\n{lib_dirs, [\"lib\"");

  private static final List<String> APPLICATIONS =
      List.of(
          "{application, late, [{vsn, \"1.0\"}, {applications, [kernel, stdlib]}, {env, [{a,"
              + " 7}]}]}.\n",
          "{application, late, [{vsn, \"1.0\"}, {applications, [kernel, shop]}, {env, [{b,"
              + " x}]}]}.\n",
          "{application, late, [{vsn");

  /** Texts that the user types or deletes. */
  private static final List<String> PIECES =
      List.of(
          "",
          "",
          "",
          "x",
          "7",
          ",",
          ".",
          "}",
          "{",
          "]",
          "\"",
          "'",
          "\n",
          "\r\n",
          "\t",
          "🦊",
          "å",
          " ",
          "%",
          ", {size, 9}",
          "{mode, slow},\n",
          ".\n{shop, [{size, 8}]}.\n",
          "shop",
          "\r");

  private RandomTexts() {}

  /** Returns a whole text for a file. */
  static String of(Path path, Random random) {
    String name = path.getFileName().toString();
    String text =
        switch (name) {
          case "release.enit" -> pick(SPECIFICATIONS, random);
          case "enit.config" -> pick(SETTINGS, random).formatted(INSTALLED);
          case "late.app" -> pick(APPLICATIONS, random);
          default -> layer(random);
        };
    return random.nextInt(8) == 0 ? text.replace("\n", "\r\n") : text;
  }

  private static String layer(Random random) {
    return String.join(
        "", Stream.generate(() -> pick(FORMS, random)).limit(random.nextInt(5)).toList());
  }

  static String piece(Random random) {
    return random.nextInt(6) == 0 ? pick(FORMS, random) : pick(PIECES, random);
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
