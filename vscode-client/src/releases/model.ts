/** The releases as the server tells them, asked for once and again when they are others. */
import * as vscode from 'vscode';
import { METHODS, type Release, type ReleaseDetails } from '../protocol';
import type { Server } from '../server/server';

export class Releases implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | undefined>();
  private known: Promise<readonly Release[]> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  /** With the URI of the one that is another now; without, any may be. */
  readonly onChanged = this.changed.event;

  constructor(private readonly server: Server) {
    this.subscriptions = [
      this.changed,
      server.onStarted(client => {
        client.onNotification(METHODS.releasesChanged, ({ uri }: { uri?: string }) => this.refresh(uri));
        this.refresh();
      }),
      server.onGone(() => this.refresh()),
    ];
  }

  /** All of them, by name. */
  all(): Promise<readonly Release[]> {
    this.known ??= this.ask();
    return this.known;
  }

  /** The one that a file belongs to, in detail. */
  async of(uri: string): Promise<ReleaseDetails | undefined> {
    return (await this.server.ask<ReleaseDetails | null>(METHODS.release, { uri })) ?? undefined;
  }

  /** With a URI, one release is another now, and those that show it ask; without, any may have come or gone. */
  refresh(uri?: string): void {
    this.known = undefined;
    this.changed.fire(uri);
    if (uri === undefined) {
      void this.all();
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async ask(): Promise<readonly Release[]> {
    const answer = await this.server.ask<{ releases: Release[] }>(METHODS.releases, {});
    const releases = answer?.releases ?? [];
    // A server that is too old for the question may well have some.
    const any = answer === undefined || releases.length > 0;
    void vscode.commands.executeCommand('setContext', 'enit.anyRelease', any);
    return releases;
  }
}
