/** The virtual documents of the server: their text, and the way each is shown. */
import * as vscode from 'vscode';
import { DOCUMENTS, METHODS, SCHEME } from './protocol';
import { placeAt } from './releases/words';
import type { Server } from './server/server';

/** The time that a document of a restored window waits for the server, in milliseconds. */
const PATIENCE = 20_000;

export class Documents implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      server.onStarted(client => {
        client.onNotification(METHODS.contentRefresh, ({ uri }: { uri: string }) =>
          this.changed.fire(vscode.Uri.parse(uri)),
        );
        this.refreshAll();
      }),
    ];
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    await this.serverIsThere();
    const client = this.server.running;
    if (client === undefined) {
      return '';
    }
    const params = { uri: uri.toString() };
    return (await client.sendRequest<{ text: string }>(METHODS.content, params, token)).text;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Refreshes all documents: a new server does not know what this window shows. */
  private refreshAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (document.uri.scheme === SCHEME) {
        this.changed.fire(document.uri);
      }
    }
  }

  private async serverIsThere(): Promise<void> {
    if (this.server.running !== undefined) {
      return;
    }
    let late: NodeJS.Timeout | undefined;
    let waiting: vscode.Disposable | undefined;
    await new Promise<void>(resolve => {
      late = setTimeout(resolve, PATIENCE);
      waiting = this.server.onStarted(() => resolve());
    });
    clearTimeout(late);
    waiting?.dispose();
  }
}

/** Returns the URI of another document of the same release. */
export function sibling(uri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..', name);
}

/** Returns the name of the release that a document is about. */
export function releaseName(uri: vscode.Uri): string {
  return uri.path.split('/').at(-2) ?? '';
}

/** Shows a document: as a diff, as Markdown, or beside the source. */
export async function show(uri: vscode.Uri): Promise<void> {
  switch (uri.path.split('/').at(-1)) {
    case DOCUMENTS.status:
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
      break;
    case DOCUMENTS.effective:
      await beside(uri);
      break;
    case DOCUMENTS.plan:
      await showPlan(uri);
      break;
    default:
      await showText(uri);
  }
}

export async function showText(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: true });
}

/** Shows the running configuration and the files as a diff; reuses the editor that shows it. */
async function showPlan(plan: vscode.Uri): Promise<void> {
  const running = sibling(plan, DOCUMENTS.running);
  const isShown = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputTextDiff && input.original.toString() === running.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isShown));
  await vscode.commands.executeCommand(
    'vscode.diff',
    running,
    sibling(plan, DOCUMENTS.disk),
    `${releaseName(plan)} (${placeAt(plan)}): running ↔ files`,
    {
      preview: true,
      ...(group && { viewColumn: group.viewColumn }),
    } satisfies vscode.TextDocumentShowOptions,
  );
}

/** Shows a document beside the source, which keeps the focus; reuses the editor that shows it. */
async function beside(uri: vscode.Uri): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    editor => editor.document.uri.toString() === uri.toString(),
  );
  await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  });
}
