package dev.enit.lsp.session;

import dev.enit.core.node.DaemonCommand;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.LspConverter;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.rpc.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session of one client after {@code initialize}: who the client is and what it has been sent.
 * The state of the workspace itself is in {@link WorkspaceHost} alone.
 */
public final class Session {
  private final Connection connection;
  private final ClientCapabilities client;
  private final WorkspaceHost host;
  private final ClientLog log;
  private final WorkerThreads workers;
  private final List<Path> folders;
  private final DocumentUris documents = new DocumentUris();
  private final ParamsReader from;
  private final LspConverter to;
  private final DiagnosticsPublisher diagnostics;
  private final DiagnosticsCache reports;
  private final Configuration configuration;
  private final TrustPolicy trust;
  private final FileWatch files;
  private final NodeNameIndexer nodeNames;
  private final ReleaseDirectories releaseDirectories;
  private final SemanticTokensCache tokens;
  private final HeapBound heap;
  private final InlayHintRefresher hints;
  private final VirtualDocumentRefresher virtualDocuments;
  private final DaemonCommand daemon;
  private final UserPrompts dialogue;
  private final ActionRunner actions;
  private final CodeLensRefresher lenses;
  private final LiveView live;
  private final ReleaseListRefresher releaseStates;

  /**
   * Creates the session of an initialized client.
   *
   * @param hosts creates the workspace from the settings of {@code initializationOptions}
   * @param daemon the command that runs this program as the node of a release
   */
  public Session(
      Connection connection,
      ClientCapabilities client,
      Function<Settings, WorkspaceHost> hosts,
      ClientLog log,
      WorkerThreads workers,
      DaemonCommand daemon) {
    this.connection = connection;
    this.client = client;
    this.log = log;
    this.workers = workers;
    this.folders = new CopyOnWriteArrayList<>(client.folders());
    this.from = new ParamsReader(client.encoding());
    this.to = new LspConverter(client, documents::uri);
    this.reports = new DiagnosticsCache(to);
    this.configuration = new Configuration(this);
    this.host = hosts.apply(configuration.explicit());
    this.diagnostics =
        client.pullsDiagnostics()
            ? new PullDiagnostics(connection, host, reports, to, log, workers.diagnostics())
            : new PushDiagnostics(connection, host, reports, to, log, workers.diagnostics());
    this.trust = new TrustPolicy(this);
    this.files = new FileWatch(this);
    this.nodeNames = new NodeNameIndexer(this);
    this.releaseDirectories = new ReleaseDirectories(this);
    this.heap = new HeapBound(workers);
    this.tokens = new SemanticTokensCache(client.encoding());
    this.hints = new InlayHintRefresher(this);
    this.virtualDocuments = new VirtualDocumentRefresher(this);
    this.daemon = daemon;
    this.dialogue = new UserPrompts(this);
    this.actions = new ActionRunner(this);
    this.lenses = new CodeLensRefresher(this);
    this.live = new LiveView(this);
    this.releaseStates = new ReleaseListRefresher(this);
  }

  /** Starts the session: the client accepts requests from now on. */
  public void start() {
    configuration.start();
    files.start();
    releaseDirectories.search();
  }

  /**
   * Updates what the client shows; to be called after every change of the workspace.
   *
   * @param first the document that was opened or edited, or {@code null} for another change
   */
  public void changed(@Nullable Path first) {
    diagnostics.changed(first);
    hints.changed(first);
    virtualDocuments.changed();
    lenses.changed();
    live.changed(first);
    releaseStates.changed(first);
    heap.changed();
  }

  /**
   * Starts diagnostics and live view; to be called when the settings of the client are known, or
   * its response takes too long.
   */
  void settled() {
    diagnostics.start();
    live.start();
  }

  /** Updates what the client shows; to be called when the state of a node has changed. */
  void liveChanged(ReleaseKey release) {
    diagnostics.changed(release.specification());
    virtualDocuments.changed();
    lenses.changed();
    releaseStates.changed(null);
  }

  /** Applies changed switches of the client. */
  void switched() {
    hints.switched();
    live.switched();
  }

  public Connection connection() {
    return connection;
  }

  public ClientCapabilities client() {
    return client;
  }

  public WorkspaceHost host() {
    return host;
  }

  public ClientLog log() {
    return log;
  }

  public WorkerThreads workers() {
    return workers;
  }

  /** Returns the current workspace folders, a list to be changed in place. */
  public List<Path> folders() {
    return folders;
  }

  public DocumentUris documents() {
    return documents;
  }

  public ParamsReader from() {
    return from;
  }

  public LspConverter to() {
    return to;
  }

  public DiagnosticsPublisher diagnostics() {
    return diagnostics;
  }

  public DiagnosticsCache reports() {
    return reports;
  }

  public Configuration configuration() {
    return configuration;
  }

  /** Returns the policy on which releases may be acted on. */
  public TrustPolicy trust() {
    return trust;
  }

  public FileWatch files() {
    return files;
  }

  public NodeNameIndexer nodeNames() {
    return nodeNames;
  }

  public ReleaseDirectories releaseDirectories() {
    return releaseDirectories;
  }

  public InlayHintRefresher hints() {
    return hints;
  }

  public VirtualDocumentRefresher virtualDocuments() {
    return virtualDocuments;
  }

  public DaemonCommand daemon() {
    return daemon;
  }

  public UserPrompts dialogue() {
    return dialogue;
  }

  public ActionRunner actions() {
    return actions;
  }

  public CodeLensRefresher lenses() {
    return lenses;
  }

  /** Returns the live view of the running nodes. */
  public LiveView live() {
    return live;
  }

  public ReleaseListRefresher releaseStates() {
    return releaseStates;
  }

  public SemanticTokensCache tokens() {
    return tokens;
  }
}
