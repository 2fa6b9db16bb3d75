/** The view *Releases*. */
import * as vscode from 'vscode';
import { contents, type Node, type ReleaseNode, releaseNode } from './items';
import type { Releases } from './model';

type Element = Node | ReleaseNode;

export class ReleaseTree implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Element | undefined>();
  private readonly view: vscode.TreeView<Element>;
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly releases: Releases) {
    this.view = vscode.window.createTreeView<Element>('enit.releases', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.changed,
      this.view,
      releases.onChanged(() => this.changed.fire(undefined)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.showTrust()),
    ];
    this.showTrust();
  }

  getTreeItem(element: Element): vscode.TreeItem {
    return element.item;
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (element === undefined) {
      return (await this.releases.all()).map(releaseNode);
    }
    if ('release' in element) {
      const details = await this.releases.of(element.release.uri);
      return details === undefined ? [] : contents(details);
    }
    return [...(element.children ?? [])];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private showTrust(): void {
    this.view.message = vscode.workspace.isTrusted
      ? ''
      : 'Restricted Mode: you can edit everything; nothing is run, and no node is looked at.';
  }
}
