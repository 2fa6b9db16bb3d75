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
 * One client, from its {@code initialize} on. The world itself is in {@link WorkspaceHost} and
 * nowhere else; what stands here is who the client is and what it has been told.
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
   * A client that has been told of its server's abilities.
   *
   * @param hosts makes the workspace from the settings that the client gave with its first words
   * @param daemon how the program is run once more to become the node of a release
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

  /** The client is ready to be asked. */
  public void start() {
    configuration.start();
    files.start();
    releaseDirectories.search();
  }

  /**
   * To be called behind every change of the world.
   *
   * @param first the document that was opened or edited, {@code null} where it was something else
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

  /** To be called when the settings of the client are known, or it takes too long to say them. */
  void settled() {
    diagnostics.start();
    live.start();
  }

  /** To be called when more is known of the node of a release. */
  void liveChanged(ReleaseKey release) {
    diagnostics.changed(release.specification());
    virtualDocuments.changed();
    lenses.changed();
    releaseStates.changed(null);
  }

  /** To be called when the client has switched something on or off. */
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

  /** The roots of the workspace as they are now; to be changed in place. */
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

  /** Which releases may be acted on. */
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

  /** The running nodes. */
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
