// One walk: named steps, a picture after each, and what a developer needs to understand a failure.

import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export class Walk {
  #steps = 0;

  constructor(name, host, figures, out) {
    this.name = name;
    this.host = host;
    this.figures = figures;
    this.out = out;
    this.editors = [];
  }

  /** Runs `script(walk)`; true when every step of it succeeded. The first failure ends the walk. */
  async run(script) {
    console.log(`\n${this.name}`);
    try {
      await script(this);
      return true;
    } catch (error) {
      console.log(`  FAILED  ${error.stack ?? error}`);
      await this.#keepFailure();
      return false;
    } finally {
      for (const editor of this.editors) await editor.close();
    }
  }

  /** Does one thing that a user does and sees, and keeps a picture of how it looks then. */
  async step(title, action) {
    this.#steps += 1;
    const begin = performance.now();
    this.title = title;
    await action();
    await this.picture(title);
    console.log(`  ok      ${title} (${Math.round(performance.now() - begin)} ms)`);
  }

  async picture(title, editor = this.editors.at(-1)) {
    const number = String(this.#steps).padStart(2, '0');
    const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    await editor?.picture(join(this.out, `${this.name}-${number}-${name}.png`));
  }

  async #keepFailure() {
    const to = join(this.out, `${this.name}-FAILED`);
    console.log(`  in step "${this.title}"; see ${to}*`);
    const editor = this.editors.at(-1);
    if (editor) {
      await this.picture(`FAILED ${this.title}`).catch(() => {});
      const seen = await editor.page.locator('body').ariaSnapshot().catch(String);
      await writeFile(`${to}.txt`, `${seen}\n\n${editor.console.join('\n')}\n`);
    }
    await cp(join(this.host.base, 'user/logs'), `${to}-logs`, { recursive: true }).catch(() => {});
  }
}
