// The processes of a run, found by a variable that each of them inherited: nothing that a walk started, however far
// down, can hide or be taken for a process of another run.

import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a state of the machine that nothing announces. Fails with `what` after `within` ms. */
export async function eventually(what, check, within = 20_000) {
  const end = Date.now() + within;
  for (;;) {
    const answer = await check();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${within} ms`);
    await pause(25);
  }
}

async function read(file) {
  return readFile(file, 'utf8').catch(() => '');
}

export class Processes {
  #mark;

  /** @param {string} mark `NAME=VALUE`, in the environment of everything that the run starts */
  constructor(mark) {
    this.#mark = mark;
  }

  /** Every living process of the run but this one: `{pid, command}`. */
  async all() {
    const found = [];
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
      const variables = (await read(`/proc/${name}/environ`)).split('\0');
      if (!variables.includes(this.#mark)) continue;
      const command = (await read(`/proc/${name}/cmdline`)).split('\0').join(' ').trim();
      if (command) found.push({ pid: Number(name), command });
    }
    return found;
  }

  /** @param {RegExp} command */
  async matching(command) {
    return (await this.all()).filter(one => command.test(one.command));
  }

  /** Resident memory in MiB; pages that are shared with others count in full. */
  async resident(pid) {
    const kib = /^VmRSS:\s+(\d+)/m.exec(await read(`/proc/${pid}/status`));
    if (!kib) throw new Error(`there is no process ${pid}`);
    return Number(kib[1]) / 1024;
  }

  async executable(pid) {
    return readlink(`/proc/${pid}/exe`).catch(() => '');
  }

  /** Ends whatever is left, hard, and tells what that was. */
  async endAll() {
    const left = await this.all();
    for (const { pid } of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // ended by itself meanwhile
      }
    }
    return left.map(({ pid, command }) => `${pid} ${command.slice(0, 160)}`);
  }
}
