/**
 * Commands of the server, as VS Code's commands of the same names: from the palette, a menu, the tree
 * or a lens. The server runs them; the client finds the release, and shows progress and results.
 */
import * as vscode from 'vscode';
import {
  type ExecuteCommandParams,
  ExecuteCommandRequest,
  type Middleware,
  WorkDoneProgress,
} from 'vscode-languageclient/node';
import { show, showText } from './documents';
import { type ActionResult, COMMANDS, METHODS, type Release, type ReleaseDetails, SCHEME } from './protocol';
import { place, title } from './releases/words';
import type { Server } from './server/server';

/** Commands that take long, and can be cancelled. */
const LONG = new Map<string, string>([
  [COMMANDS.start, 'Starting'],
  [COMMANDS.stop, 'Stopping'],
  [COMMANDS.restart, 'Restarting'],
  [COMMANDS.reconfigure, 'Reconfiguring'],
]);

/** Commands that show a document. */
const SHOWS = new Set<string>([
  COMMANDS.showEffective,
  COMMANDS.showPlan,
  COMMANDS.showStatus,
  COMMANDS.showReport,
]);

/** The middleware of workspace/executeCommand. */
export function executing(
  server: () => Server,
  journal: vscode.LogOutputChannel,
): NonNullable<Middleware['executeCommand']> {
  return async (command, args) => {
    const uri = await releaseUri(server(), args[0]);
    if (uri === undefined) {
      return undefined;
    }
    const rest = args.slice(1).filter(isData);
    try {
      if (SHOWS.has(command)) {
        return await showing(server(), command, uri);
      }
      return LONG.has(command)
        ? await withProgress(server(), journal, command, [uri, ...rest])
        : await execute(server(), { command, arguments: [uri, ...rest] });
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
}

/** Opens the release.enit of a release. */
export async function openSpecification(server: Server, target: unknown): Promise<void> {
  const release = await details(server, target);
  if (release !== undefined) {
    await vscode.window.showTextDocument(vscode.Uri.parse(release.uri), { preview: false });
  }
}

/** Opens the log of a release's node, at its end; VS Code follows the file. */
export async function openLog(server: Server, target: unknown): Promise<void> {
  const release = await details(server, target);
  if (release?.log !== undefined) {
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(release.log), { preview: false });
    const end = editor.document.lineAt(editor.document.lineCount - 1).range;
    editor.revealRange(end);
  } else if (release !== undefined) {
    void vscode.window.showInformationMessage(
      `\`${title(release)}\` has no log: it was not started in the background on this host.`,
    );
  }
}

async function details(server: Server, target: unknown): Promise<ReleaseDetails | undefined> {
  const uri = await releaseUri(server, target);
  const release = uri && (await server.ask<ReleaseDetails | null>(METHODS.release, { uri }));
  return release || undefined;
}

/** Shows the plan as text. */
export async function showPlanText(server: Server, target: unknown): Promise<void> {
  const uri = await releaseUri(server, target);
  const result = uri && (await execute(server, { command: COMMANDS.showPlan, arguments: [uri, false] }));
  if (isShown(result)) {
    await showText(vscode.Uri.parse(result.uri));
  }
}

/**
 * Returns a file of the release: the argument is the URI of one, or an item of the tree, or
 * something of VS Code's; without one it is the file in the editor, or the user is asked.
 */
export async function releaseUri(server: Server, target: unknown): Promise<string | undefined> {
  if (typeof target === 'string') {
    return target;
  }
  if (target instanceof vscode.Uri) {
    return ofDocument(target);
  }
  if (typeof target === 'object' && target !== null && 'release' in target) {
    return (target.release as Release).uri;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active !== undefined) {
    const uri = ofDocument(active);
    const release = await server.ask<Release | null>(METHODS.release, { uri });
    // A server that is too old for the request reports its own error for the file.
    if (release !== null) {
      return uri;
    }
  }
  return pick(server);
}

/** Returns the URI of the release.enit that a virtual document belongs to. */
export function ofDocument(uri: vscode.Uri): string {
  return uri.scheme === SCHEME
    ? vscode.Uri.joinPath(uri, '..', 'release.enit').with({ scheme: 'file' }).toString()
    : uri.toString();
}

async function pick(server: Server): Promise<string | undefined> {
  const answer = await server.ask<{ releases: Release[] }>(METHODS.releases, {});
  const releases = answer?.releases ?? [];
  if (releases.length === 0) {
    void vscode.window.showInformationMessage('No release here. Open a file of a release.');
    return undefined;
  }
  if (releases.length === 1) {
    return releases[0]?.uri;
  }
  const items = releases.map(release => ({
    label: release.name,
    description: `${place(release)} · ${release.node}`,
    detail: release.state.text,
    uri: release.uri,
  }));
  const options = { placeHolder: 'Which release?', matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.uri;
}

async function showing(server: Server, command: string, uri: string): Promise<unknown> {
  const result = await execute(server, { command, arguments: [uri, false] });
  if (!isShown(result)) {
    return result;
  }
  const document = vscode.Uri.parse(result.uri);
  if (command === COMMANDS.showPlan) {
    const release = await server.ask<Release | null>(METHODS.release, { uri });
    // An unreachable node has no values to compare; the text says why.
    await (release?.state.kind === 'running' ? show(document) : showText(document));
  } else {
    await show(document);
  }
  return result;
}

async function execute(
  server: Server,
  params: ExecuteCommandParams,
  token?: vscode.CancellationToken,
): Promise<unknown> {
  const client = server.running;
  if (client === undefined) {
    throw new Error('enit does not run.');
  }
  return client.sendRequest(ExecuteCommandRequest.type, params, token);
}

/** Shows the server's progress; Cancel cancels the request. All of it is logged. */
async function withProgress(
  server: Server,
  journal: vscode.LogOutputChannel,
  command: string,
  args: unknown[],
): Promise<unknown> {
  const release = await server.ask<Release | null>(METHODS.release, { uri: args[0] });
  const heading = `Enit: ${LONG.get(command)}${release ? ` ${title(release)}` : ''}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: heading, cancellable: true },
    async (progress, cancellation) => {
      const workDoneToken = `enit-action-${++actions}`;
      const told = server.running?.onProgress(WorkDoneProgress.type, workDoneToken, value => {
        if (value.kind === 'begin') {
          journal.info(value.title);
        }
        if (value.kind !== 'end' && value.message !== undefined) {
          progress.report({ message: value.message });
          journal.info(`  ${value.message}`);
        }
      });
      try {
        const result = await execute(server, { command, arguments: args, workDoneToken }, cancellation);
        writeDown(journal, result);
        return result;
      } finally {
        told?.dispose();
      }
    },
  );
}

let actions = 0;

/** Logs the result of an action, to be read after its message has gone. */
function writeDown(journal: vscode.LogOutputChannel, result: unknown): void {
  if (isActionResult(result)) {
    const write = result.outcome === 'failed' || result.outcome === 'refused' ? journal.error : journal.info;
    write.call(journal, result.text.trimEnd());
  }
}

function isActionResult(result: unknown): result is ActionResult {
  return typeof result === 'object' && result !== null && 'outcome' in result;
}

function isShown(result: unknown): result is { uri: string } {
  return typeof result === 'object' && result !== null && 'uri' in result && typeof result.uri === 'string';
}

/** Returns whether a value is data: menus pass more arguments than those of the command. */
function isData(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
