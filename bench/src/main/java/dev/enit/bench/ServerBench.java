package dev.enit.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The benchmark of a language server on documents: start, keystrokes, hovers, memory. */
final class ServerBench {
  /** The measurements; in milliseconds, the last one in MiB. */
  enum What {
    INITIALIZE,
    FIRST_DIAGNOSTICS,
    KEYSTROKE,
    HOVER,
    MEMORY
  }

  private final Contender contender;
  private final Map<What, Times> times = new TreeMap<>();

  ServerBench(Contender contender) {
    this.contender = contender;
  }

  Contender contender() {
    return contender;
  }

  Times times(What what) {
    return times.computeIfAbsent(what, _ -> new Times());
  }

  /** One start of the process, up to the diagnostics of a document. */
  void start(Document document, int diagnostics) throws IOException {
    try (EditorSession session = new EditorSession(contender.command(), document)) {
      times(What.INITIALIZE).add(session.initialized());
      times(What.FIRST_DIAGNOSTICS).add(session.open(diagnostics));
    }
  }

  /** A while of work on a document; the first keystrokes, on a cold server, do not count. */
  void work(Document document, int keystrokes) throws IOException {
    try (EditorSession session = new EditorSession(contender.command(), document)) {
      settings(session, contender.settings());
      times(What.FIRST_DIAGNOSTICS).add(session.open(1));
      for (int i = 0; i < keystrokes / 2; i++) {
        session.keystroke(1);
      }
      for (int i = 0; i < keystrokes; i++) {
        times(What.KEYSTROKE).add(session.keystroke(1));
      }
      session.hover();
      for (int i = 0; i < keystrokes; i++) {
        times(What.HOVER).add(session.hover());
      }
      times(What.MEMORY).add(session.memory());
    }
  }

  private static void settings(EditorSession session, Optional<String> settings)
      throws IOException {
    if (settings.isPresent()) {
      session.settings(settings.get());
    }
  }
}
