/** The message for a missing program, with a button for the remedy. */
import * as vscode from 'vscode';
import { JAVA, type Missing } from './program';

const SET_PATH = 'Set the Path…';
const GET_JAVA = 'Get Java';
const EXPLAIN = 'How to Install';

export function explainMissing(missing: Missing, extension: string): void {
  if (missing.reason === 'setting') {
    offer(
      `\`${missing.detail}\` is not an executable program. Correct the setting \`enit.server.path\`.`,
      extension,
      [SET_PATH],
    );
    return;
  }
  const seen = missing.detail === '' ? '' : ` Found: ${missing.detail}.`;
  offer(
    `There is no program \`enit\` on the PATH, and no Java ${JAVA} for the one in the extension.${seen} Install one of them, or set its path.`,
    extension,
    [EXPLAIN, GET_JAVA, SET_PATH],
  );
}

function offer(text: string, extension: string, buttons: readonly string[]): void {
  void vscode.window.showErrorMessage(text, ...buttons).then(choice => {
    switch (choice) {
      case SET_PATH:
        return vscode.commands.executeCommand('workbench.action.openSettings', 'enit.server.path');
      case GET_JAVA:
        return vscode.env.openExternal(
          vscode.Uri.parse(`https://adoptium.net/temurin/releases/?version=${JAVA}`),
        );
      case EXPLAIN:
        return vscode.commands.executeCommand('extension.open', extension);
      default:
        return undefined;
    }
  });
}
