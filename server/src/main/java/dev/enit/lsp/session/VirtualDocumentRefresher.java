package dev.enit.lsp.session;

import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.lsp.convert.VirtualUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.TextDocumentContentRefreshParams;

/**
 * The virtual documents that the client shows, and the request to refresh them. The client does not
 * report that one is closed: a client that was told of a change and does not ask again is not told
 * again.
 */
public final class VirtualDocumentRefresher {
  /** The protocol of a client for virtual documents. */
  public enum Manner {
    /** The requests of LSP 3.18. */
    STANDARD,
    /** The equivalent requests of enit, for older clients. */
    OWN
  }

  /** The refresh of LSP 3.18, a request. */
  private static final String REFRESH = "workspace/textDocumentContent/refresh";

  /** The refresh for older clients, a notification. */
  public static final String OWN_REFRESH = "enit/textDocumentContent/refresh";

  private final Session session;
  private final Map<String, Shown> shown = new ConcurrentHashMap<>();
  private final LatestOnly<Boolean> lane;

  /**
   * The text that the client has of a document.
   *
   * @param text the text; empty if there was none, since the release may be created later
   */
  private record Shown(Optional<String> text, Manner manner) {}

  VirtualDocumentRefresher(Session session) {
    this.session = session;
    this.lane = new LatestOnly<>(session.workers().views(), this::compareAll);
  }

  /** Returns the text of a document for the client; empty if no document has the URI. */
  public Optional<String> open(Workspace workspace, String uri, Manner manner) {
    Optional<String> text = text(workspace, uri);
    if (VirtualUri.parse(uri).map(VirtualUri::name).flatMap(VirtualDocument::of).isPresent()) {
      shown.put(uri, new Shown(text, manner));
      changed();
    }
    return text;
  }

  /** Removes a document that the client has closed. */
  public void closed(String uri) {
    shown.remove(uri);
  }

  /** Compares the documents again: the workspace or the state of a node has changed. */
  public void changed() {
    if (!shown.isEmpty()) {
      lane.submit(true);
    }
  }

  /** Returns the message for a URI without a document. */
  public static String missing(String uri) {
    return Messages.text(
        "lsp.no-document", uri, String.join(", ", quoted(VirtualDocument.names())));
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").toList();
  }

  private Optional<String> text(Workspace workspace, String uri) {
    Optional<VirtualUri> document = VirtualUri.parse(uri);
    return document
        .map(VirtualUri::name)
        .flatMap(VirtualDocument::of)
        .flatMap(
            kind ->
                document
                    .map(VirtualUri::specification)
                    .filter(path -> workspace.source(path).isPresent())
                    .flatMap(workspace::releaseOf)
                    .map(key -> kind.text(session, workspace, key)));
  }

  private void compareAll(boolean ignored) {
    try {
      shown.forEach(this::compare);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the documents of a release", e);
    }
  }

  private void compare(String uri, Shown before) {
    boolean stale = !text(session.host().snapshot(), uri).equals(before.text());
    if (stale && shown.remove(uri, before)) {
      tell(uri, before.manner());
    }
  }

  private void tell(String uri, Manner manner) {
    TextDocumentContentRefreshParams params = new TextDocumentContentRefreshParams(uri);
    switch (manner) {
      case STANDARD -> session.connection().ask(REFRESH, params, session.log()::refused);
      case OWN -> session.connection().notify(OWN_REFRESH, params);
    }
  }
}
