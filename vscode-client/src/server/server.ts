/** The life cycle of the server: it is found, started, and restarted after failures, within limits. */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { type CancellationToken, type Middleware, State } from 'vscode-languageclient/node';
import { COMMANDS } from '../protocol';
import { EnitClient } from './client';
import { restoreTimes } from './freshness';
import { explainMissing } from './missing';
import { findProgram, type Program, surroundings } from './program';
import { Restarts } from './restarts';
import { Watchdog } from './watchdog';

/** Methods without a time limit. */
const PATIENT = new Set(['workspace/executeCommand', 'workspace/diagnostic']);

export class Server implements vscode.Disposable {
  private readonly started = new vscode.EventEmitter<EnitClient>();
  private readonly gone = new vscode.EventEmitter<void>();
  private readonly restarts = new Restarts();
  private readonly watchdog = new Watchdog(
    // Any response will do, and it has one for unknown methods.
    () => this.client?.sendRequest('$/alive') ?? Promise.resolve(),
    () => this.hangs(),
  );
  private client: EnitClient | undefined;
  private found: Program | undefined;
  private extras: vscode.Disposable[] = [];
  private starting: Promise<void> | undefined;
  private ends = 0;

  /** Fires when a server runs and is initialized. */
  readonly onStarted = this.started.event;
  /** Fires when the server has ended, perhaps until the next one starts. */
  readonly onGone = this.gone.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly output: vscode.LogOutputChannel,
    private readonly middleware: Middleware,
  ) {}

  /** The client of the running server. */
  get running(): EnitClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  /** The server's program, for other uses of it. */
  get program(): Program | undefined {
    return this.found;
  }

  /** The folder of the bundled program, where the extension has one. */
  get bundle(): string {
    return path.join(this.context.extensionPath, 'server');
  }

  /** Starts the server where it does not run; shows the reason where it cannot. */
  start(): Promise<void> {
    this.starting ??= this.launch().finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  /** Restarts the server, as the user asked. */
  async restart(): Promise<void> {
    await this.starting;
    this.restarts.reset();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.watchdog.forget();
    if (client !== undefined) {
      await client.dispose(2000).catch(() => client.kill());
    }
    this.clear();
  }

  /** Sends a request; returns undefined where no server runs, or it does not know the method. */
  async ask<R>(method: string, params: object, token?: CancellationToken): Promise<R | undefined> {
    try {
      return await this.running?.sendRequest<R>(method, params, token);
    } catch (error) {
      this.output.debug(`${method}: ${error}`);
      return undefined;
    }
  }

  dispose(): void {
    this.started.dispose();
    this.gone.dispose();
    this.clear();
  }

  private async launch(): Promise<void> {
    if (this.client !== undefined) {
      return;
    }
    const setting = vscode.workspace.getConfiguration('enit').get('server.path', '');
    const program = await findProgram(surroundings(setting, this.bundle));
    if ('reason' in program) {
      this.failed();
      explainMissing(program, this.context.extension.id);
      return;
    }
    if (program.origin === 'bundled' && existsSync(path.join(this.bundle, 'lib', 'time'))) {
      await restoreTimes(this.bundle).catch(error => this.output.warn(`slower start: ${error}`));
    }
    this.found = program;
    this.output.info(`starting ${program.command} (${program.origin})`);
    await this.run(program);
  }

  private async run(program: Program): Promise<void> {
    const client = new EnitClient(program, {
      output: this.output,
      middleware: { ...this.middleware, sendRequest: this.watched },
      ended: () => this.ended(),
      garbled: error => this.garbled(error),
    });
    this.client = client;
    const ends = this.ends;
    client.onDidChangeState(change => {
      if (change.newState === State.Starting) {
        void this.watchdog.over(nextState(client));
      } else if (change.newState === State.Running) {
        this.ready(client);
      } else if (change.oldState === State.Running) {
        this.clear();
        this.gone.fire();
      }
    });
    try {
      await client.start();
    } catch (error) {
      // A server that ended is handled by `ended`.
      if (ends === this.ends && this.client === client) {
        await this.failedToStart(client, error);
      }
    }
  }

  private readonly watched: NonNullable<Middleware['sendRequest']> = (type, params, token, next) => {
    const method = typeof type === 'string' ? type : type.method;
    const answer = next(type, params, token);
    return PATIENT.has(method) || method.startsWith('$/') ? answer : this.watchdog.over(answer);
  };

  private ready(client: EnitClient): void {
    const info = client.initializeResult?.serverInfo;
    this.output.info(`enit ${info?.version ?? ''} is ready`);
    this.addMissingCommands(client);
    void vscode.commands.executeCommand('setContext', 'enit.ready', true);
    void vscode.commands.executeCommand('setContext', 'enit.failed', false);
    this.started.fire(client);
  }

  /** Registers commands that a program older than the extension does not know. */
  private addMissingCommands(client: EnitClient): void {
    const known = new Set(client.initializeResult?.capabilities.executeCommandProvider?.commands);
    const version = client.initializeResult?.serverInfo?.version ?? '';
    for (const command of Object.values(COMMANDS).filter(name => !known.has(name))) {
      this.extras.push(
        vscode.commands.registerCommand(command, () => {
          void vscode.window.showWarningMessage(
            `enit ${version} (\`${this.found?.command}\`) is older than this extension and does not support this command. Update it.`,
          );
        }),
      );
    }
  }

  private clear(): void {
    for (const extra of this.extras.splice(0)) {
      extra.dispose();
    }
    void vscode.commands.executeCommand('setContext', 'enit.ready', false);
  }

  private failed(): void {
    void vscode.commands.executeCommand('setContext', 'enit.failed', true);
  }

  /** Handles an unexpected end of the server. */
  private ended(): boolean {
    this.watchdog.forget();
    this.ends++;
    if (this.client === undefined) {
      return false;
    }
    const verdict = this.restarts.ended(Date.now());
    if (verdict === 'give-up') {
      this.giveUp();
      return false;
    }
    this.output.warn('the server ended unexpectedly; restarting it');
    if (verdict === 'restart-and-say') {
      this.say(
        'warning',
        'The enit server ended unexpectedly and was restarted. Your edits are not affected.',
      );
    }
    return true;
  }

  private giveUp(): void {
    const minutes = this.restarts.window / 60_000;
    this.client = undefined;
    this.failed();
    this.say(
      'error',
      `The enit server ended ${this.restarts.limit + 1} times within ${minutes} minutes and is not restarted. Editing works without it.`,
    );
  }

  private async failedToStart(client: EnitClient, error: unknown): Promise<void> {
    this.client = undefined;
    this.failed();
    const words = (await client.lastWords()) || firstLine(error);
    client.kill();
    this.say('error', `Cannot start the enit server (\`${this.found?.command}\`): ${words}`);
  }

  private hangs(): void {
    this.output.error('the server does not respond; ending it');
    this.client?.kill();
  }

  /** Handles output that is no message: no message can be found after it. */
  private garbled(error: Error): void {
    this.output.error(`the server sent an invalid message: ${error.message}`);
    this.client?.kill();
  }

  private say(severity: 'warning' | 'error', text: string): void {
    const show = severity === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    const again = severity === 'error' ? ['Restart'] : [];
    void show(text, ...again, 'Show Output').then(choice => {
      if (choice === 'Show Output') {
        this.output.show();
      } else if (choice === 'Restart') {
        void this.restart();
      }
    });
  }
}

/** Resolves when the server has started, or has failed to. */
function nextState(client: EnitClient): Promise<void> {
  return new Promise(resolve => {
    const listener = client.onDidChangeState(() => {
      listener.dispose();
      resolve();
    });
  });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
