/** The sample release, copied to where the user wants it. */
import * as vscode from 'vscode';

const COPIED = 'enit.sampleCopied';

export async function copySample(context: vscode.ExtensionContext): Promise<void> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: 'Copy Here',
      title: 'Select the folder for the sample release. A folder `relex` is created in it.',
    })) ?? [];
  if (parent === undefined) {
    return;
  }
  const target = await freeName(parent, 'relex');
  const source = vscode.Uri.joinPath(context.extensionUri, 'samples', 'relex');
  try {
    await vscode.workspace.fs.copy(source, target, { overwrite: false });
  } catch (error) {
    void vscode.window.showErrorMessage(`Cannot copy the sample to ${target.fsPath}: ${error}`);
    return;
  }
  await context.globalState.update(COPIED, target.toString());
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: false });
}

/** Opens the release and the walkthrough in the window of a sample that was just copied. */
export async function greetSample(context: vscode.ExtensionContext): Promise<void> {
  const copied = context.globalState.get<string>(COPIED);
  if (copied === undefined || vscode.workspace.workspaceFolders?.[0]?.uri.toString() !== copied) {
    return;
  }
  await context.globalState.update(COPIED, undefined);
  const release = vscode.Uri.joinPath(vscode.Uri.parse(copied), 'var/lib/enit/relex/release.enit');
  await openWalkthrough(context);
  await vscode.window.showTextDocument(release, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

export async function openWalkthrough(context: vscode.ExtensionContext): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    `${context.extension.id}#enit`,
    false,
  );
}

async function freeName(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([entry]) => entry));
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) {
    candidate = `${name}-${number}`;
  }
  return vscode.Uri.joinPath(parent, candidate);
}
