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
 * The documents of enit's own that the client shows, and when it has to ask for one again. Nobody
 * says when one is closed: a client that was told of a change and does not ask is not told again.
 */
public final class VirtualDocumentRefresher {
  /** How the client asked, which is how it is told of a change. */
  public enum Manner {
    /** LSP 3.18 has requests for it. */
    STANDARD,
    /** The same with enit's own, for older clients. */
    OWN
  }

  /** The refreshing of LSP 3.18, a request. */
  private static final String REFRESH = "workspace/textDocumentContent/refresh";

  /** The same for older clients, a notification. */
  public static final String OWN_REFRESH = "enit/textDocumentContent/refresh";

  private final Session session;
  private final Map<String, Shown> shown = new ConcurrentHashMap<>();
  private final LatestOnly<Boolean> lane;

  /**
   * What the client has of a document.
   *
   * @param text empty where there was none: the release may come, or come back
   */
  private record Shown(Optional<String> text, Manner manner) {}

  VirtualDocumentRefresher(Session session) {
    this.session = session;
    this.lane = new LatestOnly<>(session.workers().views(), this::fenced);
  }

  /** The text of a document for the client that asks; empty where there is none of that URI. */
  public Optional<String> open(Workspace workspace, String uri, Manner manner) {
    Optional<String> text = text(workspace, uri);
    if (VirtualUri.parse(uri).map(VirtualUri::name).flatMap(VirtualDocument::of).isPresent()) {
      shown.put(uri, new Shown(text, manner));
      changed();
    }
    return text;
  }

  /** The client shows it no longer. */
  public void closed(String uri) {
    shown.remove(uri);
  }

  /** The world has changed, or what is known of a running node. */
  public void changed() {
    if (!shown.isEmpty()) {
      lane.submit(true);
    }
  }

  /** What to say of a URI without a document. */
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

  private void fenced(boolean ignored) {
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
