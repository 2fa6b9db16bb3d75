/** The labels of releases: in the tree, in lists, in the status bar and above progress. */
import * as vscode from 'vscode';
import { COMMANDS, type Release, type State } from '../protocol';
import { placeOf } from './place';

/** Returns the tree of the host that a release belongs to. */
export function place(release: Release): string {
  return placeAt(vscode.Uri.parse(release.uri));
}

/** Returns the tree of a file in the directory of a release, or of a virtual document there. */
export function placeAt(uri: vscode.Uri): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return placeOf(
    uri.path,
    folders.map(({ name, uri: { path } }) => ({ name, path })),
  );
}

/** Returns the unique label of a release: its name and its tree. */
export function title(release: Release): string {
  return `${release.name} (${place(release)})`;
}

/** Returns the text of the state; of a running node without its figures, and with pending changes. */
export function brief(release: Release): string {
  const { state } = release;
  if (state.kind !== 'running') {
    return state.text || state.kind;
  }
  const [first = state.kind] = state.text.split(' · ');
  const { pending = 0, drift = 0 } = state;
  const waiting = [
    pending > 0 ? `${pending} pending` : '',
    drift > 0 ? `${drift} drifted` : '',
    needsRestart(state) ? 'needs a restart' : '',
  ];
  return [first, ...waiting.filter(Boolean)].join(' · ');
}

function needsRestart({ restart = 0, restartReasons = [] }: State): boolean {
  return restart > 0 || restartReasons.length > 0;
}

/** Returns all details in a few lines. */
export function tooltip(release: Release): string {
  const version = release.version === undefined ? '' : ` ${release.version}`;
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(release.uri), '..').fsPath;
  const lines = [`${release.name}${version}`, `node ${release.node}`, folder, release.state.text];
  return [...lines, ...(release.state.restartReasons ?? [])].filter(Boolean).join('\n');
}

/** The actions for a server that does not list them; it refuses those that are not available. */
const ALL = [COMMANDS.start, COMMANDS.stop, COMMANDS.restart, COMMANDS.reconfigure, COMMANDS.connect];

/** Returns the commands that are available now, in their order. */
export function actions(state: State): readonly string[] {
  return state.actions ?? (state.kind === 'untrusted' ? [] : ALL);
}

/** Returns whether a shell can be opened in the node. */
export function takesShell(state: State): boolean {
  return state.kind === 'running' || state.kind === 'starting';
}
