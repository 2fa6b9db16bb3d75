/**
 * The language of *.config files. The manifest knows those of the usual directories; these are the
 * others: beside a release.enit, and in a folder of a configured directory. Files of other tools keep
 * the language that they have.
 */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { METHODS, SCHEME } from './protocol';
import type { Server } from './server/server';

const CONFIG = 'enit-config';

/** The languages that VS Code guesses for files of unknown content. */
const UNCLAIMED = new Set(['plaintext', 'xml', 'erlang', 'properties', 'ini']);

export function registerLanguages(server: Server): vscode.Disposable {
  const look = (document: vscode.TextDocument) => void assign(document, server);
  const lookAtAll = () => vscode.workspace.textDocuments.forEach(look);
  lookAtAll();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    server.onStarted(lookAtAll),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('enit.configDir') || change.affectsConfiguration('enit.releaseDir')) {
        lookAtAll();
      }
    }),
  );
}

async function assign(document: vscode.TextDocument, server: Server): Promise<void> {
  if (document.languageId === CONFIG || !document.fileName.endsWith('.config')) {
    return;
  }
  if (document.uri.scheme === SCHEME) {
    await vscode.languages.setTextDocumentLanguage(document, CONFIG);
  } else if (document.uri.scheme === 'file' && UNCLAIMED.has(document.languageId)) {
    if (await isOurs(document.uri, server)) {
      await vscode.languages.setTextDocumentLanguage(document, CONFIG);
    }
  }
}

/**
 * Returns whether a file is enit's, by its folder; the server knows more directories, those that an enit.config names.
 */
async function isOurs(uri: vscode.Uri, server: Server): Promise<boolean> {
  const folder = vscode.Uri.joinPath(uri, '..');
  return (
    configuredDirs().has(path.dirname(folder.fsPath)) ||
    (await exists(vscode.Uri.joinPath(folder, 'release.enit'))) ||
    Boolean(await server.ask<object | null>(METHODS.release, { uri: uri.toString() }))
  );
}

function configuredDirs(): Set<string> {
  const settings = vscode.workspace.getConfiguration('enit');
  const base = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/';
  const dirs = [
    settings.get('releaseDir', ''),
    settings.get('configDir', ''),
    process.env['ENIT_RELEASE_DIR'] ?? '',
    process.env['ENIT_CONFIG_DIR'] ?? '',
  ];
  return new Set(dirs.filter(dir => dir !== '').map(dir => path.resolve(base, dir)));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
