/** The cache of the server's releases, requested once and again after each change. */
import * as vscode from 'vscode';
import { METHODS, type Release, type ReleaseDetails } from '../protocol';
import type { Server } from '../server/server';

export class Releases implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | undefined>();
  private known: Promise<readonly Release[]> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  /** Fires with the URI of the release that changed; without one, any may have changed. */
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

  /** Returns all releases, sorted by name. */
  all(): Promise<readonly Release[]> {
    this.known ??= this.ask();
    return this.known;
  }

  /** Returns the release that a file belongs to, in detail. */
  async of(uri: string): Promise<ReleaseDetails | undefined> {
    return (await this.server.ask<ReleaseDetails | null>(METHODS.release, { uri })) ?? undefined;
  }

  /** Drops cached releases: with a URI that release, without one all of them, as any may have come or gone. */
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
    // A server that is too old for the request may well have some.
    const any = answer === undefined || releases.length > 0;
    void vscode.commands.executeCommand('setContext', 'enit.anyRelease', any);
    return releases;
  }
}
