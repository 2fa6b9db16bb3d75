/** The menu of a release: a quick pick of the actions that are available now. */
import * as vscode from 'vscode';
import { releaseUri } from '../actions';
import { COMMANDS, type State } from '../protocol';
import type { Server } from '../server/server';
import type { Releases } from './model';
import { actions, takesShell, title } from './words';

interface Choice extends vscode.QuickPickItem {
  readonly command: string;
}

/** The actions on a node, with their icons. */
const ACTIONS = new Map<string, [label: string, icon: string]>([
  [COMMANDS.start, ['Start', 'play']],
  [COMMANDS.stop, ['Stop', 'debug-stop']],
  [COMMANDS.restart, ['Restart', 'debug-restart']],
  [COMMANDS.reconfigure, ['Reconfigure', 'sync']],
  [COMMANDS.connect, ['Connect', 'plug']],
]);

export async function showActions(server: Server, releases: Releases, target: unknown): Promise<void> {
  const uri = await releaseUri(server, target);
  const release = uri === undefined ? undefined : await releases.of(uri);
  if (uri === undefined || release === undefined) {
    return;
  }
  const choice = await vscode.window.showQuickPick(choices(release.state), {
    title: `${title(release)}: ${release.state.text}`,
    placeHolder: `Select an action for ${release.node}`,
  });
  if (choice !== undefined) {
    await vscode.commands.executeCommand(choice.command, uri);
  }
}

function choices(state: State): Choice[] {
  const choice = (label: string, icon: string, command: string) => ({
    label: `$(${icon}) ${label}`,
    command,
  });
  const list: Choice[] = [];
  if (state.kind === 'untrusted') {
    list.push(choice('Manage Workspace Trust', 'workspace-untrusted', 'workbench.trust.manage'));
  }
  for (const command of actions(state)) {
    const action = ACTIONS.get(command);
    if (action !== undefined) {
      list.push(choice(...action, command));
    }
  }
  if (takesShell(state)) {
    list.push(choice('Open Remote Shell', 'terminal', 'enit.openShell'));
  }
  list.push(choice('Open Log of the Node', 'output', 'enit.openLog'));
  list.push(choice('Show Status of the Node', 'info', COMMANDS.showStatus));
  list.push(choice('Show Plan (Running ↔ Files)', 'diff', COMMANDS.showPlan));
  list.push(choice('Show Effective Configuration', 'layers', COMMANDS.showEffective));
  return list;
}
