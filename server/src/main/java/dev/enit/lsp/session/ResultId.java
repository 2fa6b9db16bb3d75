package dev.enit.lsp.session;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.Range;

/**
 * The result id of a list of diagnostics: a hash of its content, so that the server need not store
 * what it has sent. Equal lists have equal ids. 64 bits (FNV-1a): a collision within the life of a
 * file is not to be expected.
 */
final class ResultId {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;

  private ResultId() {}

  static String of(List<Diagnostic> items) {
    ResultId id = new ResultId();
    items.forEach(id::add);
    return Long.toHexString(id.hash);
  }

  private void add(Diagnostic item) {
    add(item.getRange());
    add(item.getSeverity().getValue());
    add(String.valueOf(item.getCode().get()));
    add(String.valueOf(item.getMessage().get()));
    if (item.getRelatedInformation() != null) {
      for (DiagnosticRelatedInformation place : item.getRelatedInformation()) {
        add(place.getLocation().getUri());
        add(place.getLocation().getRange());
        add(place.getMessage());
      }
    }
  }

  private void add(Range range) {
    add(range.getStart().getLine());
    add(range.getStart().getCharacter());
    add(range.getEnd().getLine());
    add(range.getEnd().getCharacter());
  }

  private void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    add(-1);
  }

  private void add(int value) {
    hash = (hash ^ value) * PRIME;
  }
}
