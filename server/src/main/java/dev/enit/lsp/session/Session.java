package dev.enit.lsp.session;

import dev.enit.core.node.DaemonCommand;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.LspConverter;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.rpc.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session of one client after {@code initialize}: who the client is and what it has been sent.
 * The state of the workspace itself is in {@link WorkspaceHost} alone.
 */
public final class Session {
  private final SessionContext context;
  private final DocumentUris documents;
  private final ParamsReader from;
  private final DaemonCommand daemon;
  private final DiagnosticsCache reports;
  private final Configuration configuration;
  private final TrustPolicy trust;
  private final ReleaseDirectories releaseDirectories;
  private final FileWatch files;
  private final NodeNameIndexer nodeNames;
  private final Optional<PullDiagnostics> pullDiagnostics;
  private final SemanticTokensCache tokens;
  private final InlayHintRefresher hints;
  private final CodeLensRefresher lenses;
  private final ActionPages actionPages;
  private final VirtualDocumentRefresher virtualDocuments;
  private final LiveView live;
  private final ReleaseListRefresher releaseStates;
  private final UserPrompts dialogue;
  private final ActionRunner actions;

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
    List<Path> folders = new CopyOnWriteArrayList<>(client.folders());
    SessionEvents events = new SessionEvents();
    this.documents = new DocumentUris();
    this.context =
        new SessionContext(
            connection,
            client,
            hosts.apply(Configuration.initial(client, folders)),
            log,
            workers,
            folders,
            new LspConverter(client, documents::uri),
            events);
    this.from = new ParamsReader(client.encoding());
    this.daemon = daemon;
    this.reports = new DiagnosticsCache(context.to());
    this.configuration = new Configuration(context);
    this.trust = new TrustPolicy(configuration, folders);
    this.releaseDirectories = new ReleaseDirectories(context);
    this.files = new FileWatch(context, releaseDirectories);
    this.nodeNames = new NodeNameIndexer(context);
    this.pullDiagnostics =
        client.pullsDiagnostics()
            ? Optional.of(new PullDiagnostics(context, reports))
            : Optional.empty();
    this.tokens = new SemanticTokensCache(client.encoding());
    this.hints = new InlayHintRefresher(context, configuration);
    this.lenses = new CodeLensRefresher(context);
    this.actionPages = new ActionPages(events);
    this.virtualDocuments = new VirtualDocumentRefresher(context, actionPages);
    this.live = new LiveView(context, configuration, trust);
    this.releaseStates = new ReleaseListRefresher(context, trust, live);
    this.dialogue = new UserPrompts(context, actionPages);
    this.actions = new ActionRunner(context, dialogue, actionPages, live);
    SessionListener diagnostics =
        pullDiagnostics.isPresent()
            ? pullDiagnostics.get()
            : new PushDiagnostics(context, reports, workers.diagnostics());
    events.add(
        List.of(
            diagnostics,
            releaseDirectories,
            files,
            nodeNames,
            hints,
            lenses,
            virtualDocuments,
            live,
            releaseStates,
            new HeapBound(workers)));
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
   * @param edited the document that was opened or edited, or {@code null} for another change
   */
  public void changed(@Nullable Path edited) {
    context.events().workspaceChanged(edited);
  }

  public Connection connection() {
    return context.connection();
  }

  public ClientCapabilities client() {
    return context.client();
  }

  public WorkspaceHost host() {
    return context.host();
  }

  public ClientLog log() {
    return context.log();
  }

  public WorkerThreads workers() {
    return context.workers();
  }

  /** Returns the current workspace folders, a list to be changed in place. */
  public List<Path> folders() {
    return context.folders();
  }

  public DocumentUris documents() {
    return documents;
  }

  public ParamsReader from() {
    return from;
  }

  public LspConverter to() {
    return context.to();
  }

  /** Returns the diagnostics of a client that pulls them; empty for other clients. */
  public Optional<PullDiagnostics> pullDiagnostics() {
    return pullDiagnostics;
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

  /** Returns the texts on actions that virtual documents show. */
  public ActionPages actionPages() {
    return actionPages;
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
