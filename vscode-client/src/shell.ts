/** A terminal with the remote shell of a release. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { releaseUri } from './actions';
import type { Releases } from './releases/model';
import { title } from './releases/words';
import type { Server } from './server/server';

export async function openShell(server: Server, releases: Releases, target: unknown): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    return;
  }
  const uri = await releaseUri(server, target);
  const release = uri === undefined ? undefined : await releases.of(uri);
  const program = server.program;
  if (release === undefined || program === undefined) {
    return;
  }
  const folder = path.dirname(vscode.Uri.parse(release.uri).fsPath);
  const terminal = vscode.window.createTerminal({
    name: title(release),
    shellPath: program.command,
    shellArgs: [...program.args, 'remsh', path.basename(folder), '--release-dir', path.dirname(folder)],
    cwd: folder,
    env: environment(),
    iconPath: new vscode.ThemeIcon('terminal'),
    isTransient: true,
  });
  terminal.show();
}

/** Returns the window's settings as environment variables, for a program that does not know them. */
function environment(): Record<string, string> {
  const settings = vscode.workspace.getConfiguration('enit');
  const base = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/';
  const named: [string, string][] = [
    ['ENIT_CONFIG_DIR', settings.get('configDir', '')],
    ['ENIT_OTP', settings.get('otp', '')],
  ];
  return Object.fromEntries(
    named.filter(([, value]) => value !== '').map(([name, value]) => [name, path.resolve(base, value)]),
  );
}
