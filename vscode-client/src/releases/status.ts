/** The item in the status bar: how the release of the open file is. */
import * as vscode from 'vscode';
import { ofDocument } from '../actions';
import type { Release } from '../protocol';
import { brief, icon } from './items';
import type { Releases } from './model';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'enit.release',
    vscode.StatusBarAlignment.Left,
    10,
  );
  private readonly subscriptions: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private asked = 0;

  constructor(private readonly releases: Releases) {
    this.item.name = 'Enit: Release';
    this.item.command = 'enit.showActions';
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => void this.update()),
      releases.onChanged(() => void this.update()),
    ];
    void this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async update(): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    // Whoever looks beside a file, at an output channel or a page, still thinks of the same release.
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
    void vscode.commands.executeCommand('setContext', 'enit.state', release?.state.kind);
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
    this.item.text = `$(${icon(kind).id}) ${release.name}: ${brief(release.state)}`;
    this.item.tooltip = `${release.node}: ${text}`;
    this.item.backgroundColor =
      kind === 'unreachable' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.accessibilityInformation = { label: `Release ${release.name}: ${text}` };
    this.item.show();
  }
}
