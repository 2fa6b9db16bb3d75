/** What can be done with a release now, as a list to choose from. */
import * as vscode from 'vscode';
import { releaseUri } from '../actions';
import { COMMANDS, type Kind } from '../protocol';
import type { Server } from '../server/server';
import type { Releases } from './model';

interface Choice extends vscode.QuickPickItem {
  readonly command: string;
}

export async function showActions(server: Server, releases: Releases, target: unknown): Promise<void> {
  const uri = await releaseUri(server, target);
  const release = uri === undefined ? undefined : await releases.of(uri);
  if (uri === undefined || release === undefined) {
    return;
  }
  const choice = await vscode.window.showQuickPick(choices(release.state.kind), {
    title: `${release.name}: ${release.state.text}`,
    placeHolder: 'What shall be done?',
  });
  if (choice !== undefined) {
    await vscode.commands.executeCommand(choice.command, uri);
  }
}

function choices(kind: Kind): Choice[] {
  const choice = (label: string, icon: string, command: string) => ({
    label: `$(${icon}) ${label}`,
    command,
  });
  const up = kind === 'running' || kind === 'starting';
  const list: Choice[] = [];
  if (kind === 'untrusted') {
    list.push(choice('Manage Workspace Trust', 'workspace-untrusted', 'workbench.trust.manage'));
  } else if (up) {
    list.push(choice('Reconfigure', 'sync', COMMANDS.reconfigure));
    list.push(choice('Restart', 'debug-restart', COMMANDS.restart));
    list.push(choice('Stop', 'debug-stop', COMMANDS.stop));
    list.push(choice('Open Remote Shell', 'terminal', 'enit.openShell'));
  } else {
    list.push(choice('Start', 'play', COMMANDS.start), choice('Connect', 'plug', COMMANDS.connect));
  }
  list.push(choice('Open Log of the Node', 'output', 'enit.openLog'));
  list.push(choice('Show Status of the Node', 'info', COMMANDS.showStatus));
  list.push(choice('Show Plan (Running ↔ Files)', 'diff', COMMANDS.showPlan));
  list.push(choice('Show Effective Configuration', 'layers', COMMANDS.showEffective));
  return list;
}
