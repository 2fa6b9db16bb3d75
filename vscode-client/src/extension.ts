/** The entry point of the extension. The server has all knowledge of releases; the extension shows it in VS Code. */
import * as vscode from 'vscode';
import { executing, openLog, openSpecification, showPlanText } from './actions';
import { Documents, show } from './documents';
import { registerLanguages } from './languages';
import { pageLinks, registerPages } from './pages';
import { SCHEME } from './protocol';
import { showActions } from './releases/menu';
import { Releases } from './releases/model';
import { StatusItem } from './releases/status';
import { ReleaseTree } from './releases/tree';
import { copySample, greetSample, openWalkthrough } from './sample';
import { Server } from './server/server';
import { openShell } from './shell';
import { registerTrust } from './trust';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Enit', { log: true });
  const journal = vscode.window.createOutputChannel('Enit Actions', { log: true });
  const here = new Server(context, output, {
    ...pageLinks,
    executeCommand: executing(() => here, journal),
    window: {
      showDocument: async (params, token, next) => {
        const uri = vscode.Uri.parse(params.uri);
        if (uri.scheme !== SCHEME) {
          return next(params, token);
        }
        await show(uri);
        return { success: true };
      },
    },
  });
  server = here;
  const releases = new Releases(here);
  context.subscriptions.push(
    output,
    journal,
    here,
    releases,
    new Documents(here),
    new ReleaseTree(releases),
    new StatusItem(releases),
    registerLanguages(here),
    registerPages(),
    registerTrust(here),
    command('enit.openSpecification', target => openSpecification(here, target)),
    command('enit.openLog', target => openLog(here, target)),
    command('enit.showPlanText', target => showPlanText(here, target)),
    command('enit.showActions', target => showActions(here, releases, target)),
    command('enit.openShell', target => openShell(here, releases, target)),
    command('enit.showOutput', () => output.show()),
    command('enit.showJournal', () => journal.show()),
    command('enit.restartServer', () => here.restart()),
    command('enit.refreshReleases', () => releases.refresh()),
    command('enit.copySample', () => copySample(context)),
    command('enit.openWalkthrough', () => openWalkthrough(context)),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('enit.server.path')) {
        void here.restart();
      }
    }),
  );
  await here.start();
  await greetSample(context);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function command(name: string, run: (target: unknown) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(name, run);
}
