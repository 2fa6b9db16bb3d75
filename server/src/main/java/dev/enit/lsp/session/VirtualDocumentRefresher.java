package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.lsp.convert.VirtualUri;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextDocumentContentRefreshParams;
import org.jspecify.annotations.Nullable;

/**
 * The virtual documents that the client shows, and the request to refresh them. The client does not
 * report that one is closed: a client that was told of a change and does not ask again is not told
 * again.
 */
public final class VirtualDocumentRefresher implements SessionListener {
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

  /**
   * The maximum age of the numbers in a document, in milliseconds, while the state of the node does
   * not change.
   */
  private static final long MOST_AGE = 10_000;

  private final SessionContext context;
  private final ActionPages pages;
  private final RefreshTracker<String, Shown> tracker;
  private final Throttle numbers;

  /**
   * The text that the client has of a document.
   *
   * @param text the text; empty if there was none, since the release may be created later
   */
  private record Shown(Optional<String> text, Manner manner) {}

  VirtualDocumentRefresher(SessionContext context, ActionPages pages) {
    this.context = context;
    this.pages = pages;
    this.tracker =
        new RefreshTracker<>(
            context,
            context.workers().views(),
            "the documents of a release",
            true,
            (now, uri, sent, _) -> new Shown(text(now, uri), sent.manner()),
            null,
            stale -> stale.forEach(this::refresh));
    this.numbers = new Throttle(context.workers(), MOST_AGE, this::actionPagesChanged);
  }

  /** Returns the text of a document for the client; empty if no document has the URI. */
  public Optional<String> open(Workspace workspace, String uri, Manner manner) {
    Optional<String> text = text(workspace, uri);
    if (VirtualUri.parse(uri).map(VirtualUri::name).flatMap(VirtualDocument::of).isPresent()) {
      tracker.sent(uri, new Shown(text, manner));
    }
    return text;
  }

  /** Removes a document that the client has closed. */
  public void closed(String uri) {
    tracker.closed(uri);
  }

  @Override
  public void workspaceChanged(@Nullable Path edited) {
    tracker.changed(true);
  }

  @Override
  public void liveStateChanged(ReleaseKey release) {
    tracker.changed(true);
  }

  @Override
  public void actionPagesChanged() {
    tracker.changed(true);
  }

  @Override
  public void heartbeat() {
    numbers.call();
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
                    .map(key -> kind.text(pages, workspace, key)));
  }

  private void refresh(String uri) {
    TextDocumentContentRefreshParams params = new TextDocumentContentRefreshParams(uri);
    switch (tracker.lastSent(uri).map(Shown::manner).orElse(Manner.OWN)) {
      case STANDARD -> context.connection().ask(REFRESH, params, context.log()::refused);
      case OWN -> context.connection().notify(OWN_REFRESH, params);
    }
  }
}
