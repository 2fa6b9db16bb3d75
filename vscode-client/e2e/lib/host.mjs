// The machine that the walks happen on: a temporary home, VS Code as a server with the extension installed, a browser,
// a separate epmd. All of it is gone after `stop`.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { bytesIn } from './files.mjs';
import { eventually, Processes } from './processes.mjs';
import { ownNode } from './samples.mjs';

const run = promisify(execFile);

const BROWSER_OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

// Settings that would change pictures, use the network or get in the way.
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'terminal.integrated.gpuAcceleration': 'off',
  'security.workspace.trust.startupPrompt': 'never',
};

/** A free port below those that the system gives away by itself: nothing that starts later takes it by chance. */
async function freePort() {
  for (let port = 20_000 + (process.pid % 10_000); ; port += 1) {
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** The directory of the logs of releases that root starts; each epmd has separate files there. */
const LOGS = '/var/log/enit';

const MIB = 1024 * 1024;

export class Host {
  #copies = 0;

  /** Starts everything. `project` is the folder of the checkout. */
  static async start(project, out, figures) {
    const host = new Host();
    host.project = project;
    host.figures = figures;
    host.log = await open(join(out, 'code-server.log'), 'w');
    host.base = await mkdtemp(join(tmpdir(), 'enit-e2e-'));
    try {
      await host.#prepare();
      await host.#installExtension();
      await host.#startCode();
      await host.#startBrowser();
    } catch (error) {
      await host.stop();
      throw error;
    }
    return host;
  }

  async #prepare() {
    for (const name of ['home', 'tmp', 'run', 'user/User', 'extensions']) {
      await mkdir(join(this.base, name), { recursive: true, mode: 0o700 });
    }
    const kept = ['PATH', 'LANG', 'LC_ALL', 'USER', 'LOGNAME'];
    this.environment = {
      ...Object.fromEntries(kept.filter(name => name in process.env).map(name => [name, process.env[name]])),
      ENIT_E2E_RUN: this.base,
      HOME: join(this.base, 'home'),
      TMPDIR: join(this.base, 'tmp'),
      XDG_RUNTIME_DIR: join(this.base, 'run'),
      SHELL: '/bin/sh',
      ERL_EPMD_PORT: String(await freePort()),
    };
    this.processes = new Processes(`ENIT_E2E_RUN=${this.base}`);
    await this.settings({});
  }

  /** The user's settings: those of every walk and `more`. They hold from the next window on. */
  async settings(more) {
    await writeFile(
      join(this.base, 'user/User/settings.json'),
      JSON.stringify({ ...SETTINGS, ...more }, null, 2),
    );
  }

  #code(...options) {
    const folders = [
      '--user-data-dir',
      join(this.base, 'user'),
      '--extensions-dir',
      join(this.base, 'extensions'),
    ];
    const config = ['--config', join(this.base, 'code-server.yaml')];
    return [process.env.E2E_CODE, ...config, ...folders, ...options];
  }

  async #installExtension() {
    const vsix = process.env.E2E_VSIX;
    await run(process.execPath, this.#code('--install-extension', vsix), { env: this.environment });
    const installed = (await readdir(join(this.base, 'extensions'))).find(name => name.includes('enit'));
    if (!installed) throw new Error(`${vsix} was not installed`);
    this.extension = join(this.base, 'extensions', installed);
    this.figures.add('size of the VSIX', (await stat(vsix)).size / MIB, 'MiB');
    this.figures.add('size of the installed extension', (await bytesIn(this.extension)) / MIB, 'MiB');
  }

  async #startCode() {
    const quiet = [
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
    ];
    const options = this.#code(...quiet, '--bind-addr', '127.0.0.1:0');
    this.code = spawn(process.execPath, options, {
      env: this.environment,
      stdio: ['ignore', 'pipe', this.log.fd],
    });
    const lines = createInterface({ input: this.code.stdout });
    const ended = once(this.code, 'exit').then(([status]) => {
      throw new Error(`code-server ended with status ${status}`);
    });
    const address = (async () => {
      for await (const line of lines) {
        const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(line);
        if (found) return found[1];
      }
      return ended;
    })();
    this.url = await Promise.race([address, ended]);
    ended.catch(() => {});
    lines.resume?.();
    this.code.stdout.resume();
  }

  async #startBrowser() {
    this.browser = await chromium.launch({
      executablePath: process.env.E2E_BROWSER,
      headless: true,
      args: BROWSER_OPTIONS,
      env: this.environment,
    });
  }

  /** A copy of the sample as a tree of a host, its applications compiled; `change` may edit it before it is read. */
  async sample(name, change = async () => {}) {
    const folder = join(this.base, name);
    await cp(join(this.project, 'samples/relex'), folder, { recursive: true });
    for (const app of await readdir(join(folder, 'lib'))) {
      const source = join(folder, 'lib', app, 'src');
      const files = (await readdir(source)).map(file => join(source, file));
      await run('erlc', ['+debug_info', '-o', join(folder, 'lib', app, 'ebin'), ...files], {
        env: this.environment,
      });
    }
    this.#copies += 1;
    if (!process.env.E2E_MEDIA) await ownNode(folder, `${this.environment.ERL_EPMD_PORT}_${this.#copies}`);
    await change(folder);
    return folder;
  }

  /** Every language server of enit that lives. */
  async servers() {
    return this.processes.matching(/dev\.enit\S* lsp\b/);
  }

  /** The one server of enit, as soon as there is one. */
  async server() {
    return eventually('one server', async () => {
      const all = await this.servers();
      return all.length === 1 && all[0];
    });
  }

  /** Runs the program of the extension in a sample and returns what it printed. */
  async enit(folder, ...words) {
    const program = join(this.extension, 'server/bin/enit');
    const { stdout } = await run(program, words, { cwd: folder, env: this.environment });
    return stdout;
  }

  /** Ends everything and removes the folders. Returns a line for each process that had to be ended by force. */
  async stop() {
    await this.browser?.close();
    if (this.code?.exitCode === null) {
      this.code.kill('SIGTERM');
      await once(this.code, 'exit');
    }
    await run('epmd', ['-port', this.environment.ERL_EPMD_PORT, '-kill'], { env: this.environment }).catch(
      () => {},
    );
    const gone = async () => (await this.processes.all()).length === 0;
    await eventually('the end of all processes', gone, 10_000).catch(() => {});
    const left = await this.processes.endAll();
    const port = `@epmd-${this.environment.ERL_EPMD_PORT}.`;
    for (const name of await readdir(LOGS).catch(() => [])) {
      if (name.includes(port)) await rm(join(LOGS, name), { force: true });
    }
    await this.log.close();
    await rm(this.base, { recursive: true, force: true, maxRetries: 5 });
    return left;
  }
}
