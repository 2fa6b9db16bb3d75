/** The item in the status bar: the state of the release of the open file. */
import * as vscode from 'vscode';
import { ofDocument } from '../actions';
import type { Release } from '../protocol';
import { icon } from './items';
import type { Releases } from './model';
import { actions, brief, title, tooltip } from './words';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'enit.release',
    vscode.StatusBarAlignment.Left,
    10,
  );
  private readonly subscriptions: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private asked = 0;
  /** The release that is shown, by its URI. */
  private shown: string | undefined;

  constructor(private readonly releases: Releases) {
    this.item.name = 'Enit: Release';
    this.item.command = 'enit.showActions';
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => void this.update()),
      releases.onChanged(uri => {
        if (uri === undefined || this.shown === undefined || uri === this.shown) {
          void this.update();
        }
      }),
    ];
    void this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async update(): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    // An output channel or a page keeps the release of the file that was open before.
    if (active?.uri.scheme !== 'output' && (active !== undefined || !this.isVisible())) {
      this.document = active;
    }
    const document = this.document;
    const question = ++this.asked;
    const ours = document?.languageId.startsWith('enit') || document?.uri.scheme === 'enit';
    const release = ours && document ? await this.releases.of(ofDocument(document.uri)) : undefined;
    if (question !== this.asked) {
      return;
    }
    const state = release?.state;
    void vscode.commands.executeCommand('setContext', 'enit.state', state?.kind);
    void vscode.commands.executeCommand('setContext', 'enit.actions', state && actions(state).join(' '));
    this.shown = release?.uri;
    if (release === undefined) {
      this.item.hide();
    } else {
      this.show(release);
    }
  }

  private isVisible(): boolean {
    return vscode.window.visibleTextEditors.some(({ document }) => document === this.document);
  }

  private show(release: Release): void {
    const { kind, text } = release.state;
    this.item.text = `$(${icon(kind).id}) ${title(release)}: ${brief(release)}`;
    this.item.tooltip = tooltip(release);
    this.item.backgroundColor =
      kind === 'unreachable' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.accessibilityInformation = {
      label: `Release ${title(release)}, node ${release.node}: ${text}`,
    };
    this.item.show();
  }
}
