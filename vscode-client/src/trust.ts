/**
 * Workspace trust: in a workspace that is not trusted nothing runs or connects. The server gets it with the settings.
 */
import * as vscode from 'vscode';
import { DidChangeConfigurationNotification } from 'vscode-languageclient/node';
import type { Server } from './server/server';

export function registerTrust(server: Server): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => {
    void server.running?.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  });
}
