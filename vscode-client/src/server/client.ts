/** The language client: its capabilities, and the handling of failures. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';
import {
  CloseAction,
  type DynamicFeature,
  ErrorAction,
  type InitializeParams,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type StaticFeature,
  TextDocumentContentRequest,
} from 'vscode-languageclient/node';
import { SECTION } from '../protocol';
import type { Program } from './program';

/** The callbacks of the client. */
export interface Behaviour {
  readonly output: vscode.LogOutputChannel;
  readonly middleware: Middleware;
  /** Called when the server has ended by itself; returns whether to start it again. */
  readonly ended: () => boolean;
  /** Called when the server writes something other than messages. */
  readonly garbled: (error: Error) => void;
}

/** Files only: the server needs no notifications about its virtual documents. */
const OURS = [
  { scheme: 'file', language: 'enit' },
  { scheme: 'file', language: 'enit-config' },
];

export class EnitClient extends LanguageClient {
  private process: ChildProcess | undefined;
  private ending: Promise<string> = Promise.resolve('');

  constructor(program: Program, behaviour: Behaviour) {
    super('enit', 'Enit', () => this.run(program), options(behaviour));
  }

  /** Kills the server. */
  kill(): void {
    this.process?.kill('SIGKILL');
  }

  /**
   * Returns the last output of the server, or its exit status; empty where it has not ended within some milliseconds.
   */
  lastWords(): Promise<string> {
    const patience = new Promise<string>(resolve => setTimeout(resolve, 500, ''));
    return Promise.race([this.ending, patience]);
  }

  /** Only logs the error: the user gets one message, in one place. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** Virtual documents are provided by the extension, also while no server runs. */
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    const method = 'registrationType' in feature ? feature.registrationType.method : undefined;
    if (method !== TextDocumentContentRequest.method) {
      super.registerFeature(feature);
    }
  }

  /** Adds enit's capabilities: the client shows virtual documents, errors of commands, and reports. */
  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.capabilities.experimental = { ...params.capabilities.experimental, enit: true };
  }

  private run(program: Program): Promise<ChildProcess> {
    const child = spawn(program.command, [...program.args, 'lsp'], {
      cwd: workspaceFolder(),
      stdio: 'pipe',
    });
    this.process = child;
    this.ending = this.ended(child);
    // Writing to a server that has ended fails: the client learns of the end from its output.
    child.stdin.on('error', () => {});
    return new Promise((resolve, reject) => {
      child.once('spawn', () => resolve(child));
      child.once('error', error => {
        this.ending = Promise.resolve(error.message);
        reject(error);
      });
    });
  }

  private ended(child: ChildProcess): Promise<string> {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-1000);
    });
    return new Promise(resolve => {
      child.once('close', (code, signal) => {
        const how = signal ?? `status ${code}`;
        this.info(`enit has ended: ${how}`);
        resolve(said.trim().split('\n').at(-1) || how);
      });
    });
  }
}

function workspaceFolder(): string | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder?.uri.scheme === 'file' ? folder.uri.fsPath : undefined;
}

function options(behaviour: Behaviour): LanguageClientOptions {
  return {
    documentSelector: OURS,
    outputChannel: behaviour.output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => settings(vscode.workspace.getConfiguration().get(SECTION)),
    initializationFailedHandler: () => false,
    middleware: { ...behaviour.middleware, workspace: { configuration } },
    errorHandler: {
      error: error => {
        behaviour.garbled(error);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => ({
        action: behaviour.ended() ? CloseAction.Restart : CloseAction.DoNotRestart,
        handled: true,
      }),
    },
  };
}

/** The settings, and whether the workspace is trusted, which no workspace can set. */
const configuration: NonNullable<NonNullable<Middleware['workspace']>['configuration']> = async (
  params,
  token,
  next,
) => {
  const values = await next(params, token);
  return Array.isArray(values)
    ? values.map((value, index) => (params.items[index]?.section === SECTION ? settings(value) : value))
    : values;
};

function settings(value: unknown): object {
  return { ...(typeof value === 'object' ? value : {}), trusted: vscode.workspace.isTrusted };
}
