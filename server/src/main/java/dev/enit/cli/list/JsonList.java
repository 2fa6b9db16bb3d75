package dev.enit.cli.list;

import dev.enit.cli.status.JsonStatus;
import dev.enit.cli.status.TextStatus;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.cli.terminal.Output;
import java.util.List;

/**
 * The list for programs: the states of {@code status}, and those that cannot be read among them.
 */
final class JsonList {
  private JsonList() {}

  static void print(List<ListedRelease> releases, Output out) {
    IndentedJson json = new IndentedJson(out);
    json.object().name("releases").array();
    for (ListedRelease listed : releases) {
      json.object().field("release", listed.name());
      switch (listed) {
        case ListedRelease.Asked(var release, var look, var _) -> {
          json.field("version", TextStatus.version(release));
          json.field("node", release.node().nodename());
          JsonStatus.state(json, look.status());
          JsonStatus.restart(json, look);
        }
        case ListedRelease.Unknown(String _, var part) ->
            json.field("version", "")
                .field("node", "")
                .field("state", "unreachable")
                .field("reason", "broken-configuration")
                .field("message", part.words());
      }
      listed.broken().ifPresent(part -> json.field("broken", part.words()));
      json.end();
    }
    json.end().end().finish();
  }
}
