package dev.enit.lsp.session;

import dev.enit.core.node.DaemonCommand;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ClientSupport;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.ToLsp;
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
  private final ClientSupport client;
  private final WorkspaceHost host;
  private final Log log;
  private final Workers workers;
  private final List<Path> folders;
  private final Documents documents = new Documents();
  private final FromLsp from;
  private final ToLsp to;
  private final Findings findings;
  private final WorkspaceReports reports;
  private final Configuration configuration;
  private final Trust trust;
  private final FileWatch files;
  private final NodeNameLearner nodeNames;
  private final ReleaseDirectories releaseDirectories;
  private final ToldTokens tokens;
  private final HeapBound heap;
  private final Hints hints;
  private final VirtualDocuments virtualDocuments;
  private final DaemonCommand daemon;
  private final Dialogue dialogue;
  private final Actions actions;
  private final CodeLenses lenses;
  private final LiveView live;
  private final ReleaseStates releaseStates;

  /**
   * A client that has been told of its server's abilities.
   *
   * @param hosts makes the workspace from the settings that the client gave with its first words
   * @param daemon how the program is run once more to become the node of a release
   */
  public Session(
      Connection connection,
      ClientSupport client,
      Function<Settings, WorkspaceHost> hosts,
      Log log,
      Workers workers,
      DaemonCommand daemon) {
    this.connection = connection;
    this.client = client;
    this.log = log;
    this.workers = workers;
    this.folders = new CopyOnWriteArrayList<>(client.folders());
    this.from = new FromLsp(client.encoding());
    this.to = new ToLsp(client, documents::uri);
    this.reports = new WorkspaceReports(to);
    this.configuration = new Configuration(this);
    this.host = hosts.apply(configuration.explicit());
    this.findings =
        client.pullsDiagnostics()
            ? new PulledFindings(connection, host, reports, to, log, workers.findings())
            : new PushedFindings(connection, host, reports, to, log, workers.findings());
    this.trust = new Trust(this);
    this.files = new FileWatch(this);
    this.nodeNames = new NodeNameLearner(this);
    this.releaseDirectories = new ReleaseDirectories(this);
    this.heap = new HeapBound(workers);
    this.tokens = new ToldTokens(client.encoding());
    this.hints = new Hints(this);
    this.virtualDocuments = new VirtualDocuments(this);
    this.daemon = daemon;
    this.dialogue = new Dialogue(this);
    this.actions = new Actions(this);
    this.lenses = new CodeLenses(this);
    this.live = new LiveView(this);
    this.releaseStates = new ReleaseStates(this);
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
    findings.changed(first);
    hints.changed(first);
    virtualDocuments.changed();
    lenses.changed();
    live.changed(first);
    releaseStates.changed(first);
    heap.changed();
  }

  /** To be called when the settings of the client are known, or it takes too long to say them. */
  void settled() {
    findings.start();
    live.start();
  }

  /** To be called when more is known of the node of a release. */
  void liveChanged(ReleaseKey release) {
    findings.changed(release.specification());
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

  public ClientSupport client() {
    return client;
  }

  public WorkspaceHost host() {
    return host;
  }

  public Log log() {
    return log;
  }

  public Workers workers() {
    return workers;
  }

  /** The roots of the workspace as they are now; to be changed in place. */
  public List<Path> folders() {
    return folders;
  }

  public Documents documents() {
    return documents;
  }

  public FromLsp from() {
    return from;
  }

  public ToLsp to() {
    return to;
  }

  public Findings findings() {
    return findings;
  }

  public WorkspaceReports reports() {
    return reports;
  }

  public Configuration configuration() {
    return configuration;
  }

  /** Which releases may be acted on. */
  public Trust trust() {
    return trust;
  }

  public FileWatch files() {
    return files;
  }

  public NodeNameLearner nodeNames() {
    return nodeNames;
  }

  public ReleaseDirectories releaseDirectories() {
    return releaseDirectories;
  }

  public Hints hints() {
    return hints;
  }

  public VirtualDocuments virtualDocuments() {
    return virtualDocuments;
  }

  public DaemonCommand daemon() {
    return daemon;
  }

  public Dialogue dialogue() {
    return dialogue;
  }

  public Actions actions() {
    return actions;
  }

  public CodeLenses lenses() {
    return lenses;
  }

  /** The running nodes. */
  public LiveView live() {
    return live;
  }

  public ReleaseStates releaseStates() {
    return releaseStates;
  }

  public ToldTokens tokens() {
    return tokens;
  }
}
