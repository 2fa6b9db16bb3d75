// Runs the walks through a real VS Code, one after the other, and prints what was seen, what it cost and what was left.
//
//   node run.mjs [WALK...]     with E2E_CODE, E2E_BROWSER and E2E_VSIX set by tools/e2e
//
// With E2E_MEDIA=1 the window is smaller, the node has its plain name, and the pictures of the README files are made
// again.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Figures } from './lib/figures.mjs';
import { Host } from './lib/host.mjs';
import { keepPictures } from './lib/media.mjs';
import { Walk } from './lib/walk.mjs';
import editing from './walks/editing.mjs';
import hosts from './walks/hosts.mjs';
import killed from './walks/killed.mjs';
import large from './walks/large.mjs';
import learning from './walks/learning.mjs';
import live from './walks/live.mjs';
import restricted from './walks/restricted.mjs';

const walks = { editing, restricted, live, hosts, learning, large, killed };
const here = import.meta.dirname;
const out = join(here, 'out');

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(walks);
const unknown = wanted.filter(name => !(name in walks));
if (unknown.length > 0) {
  console.error(`e2e: no walk ${unknown.join(', ')}; there are ${Object.keys(walks).join(', ')}`);
  process.exit(1);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const figures = new Figures();
const host = await Host.start(join(here, '..', '..'), out, figures);
let failed = 0;
try {
  for (const name of wanted) {
    const walk = new Walk(name, host, figures, out);
    if (!(await walk.run(walks[name]))) failed += 1;
  }
} finally {
  const left = await host.stop();
  for (const line of left) {
    console.error(`e2e: left behind, ended now: ${line}`);
    failed += 1;
  }
}
if (process.env.E2E_MEDIA) await keepPictures(out, join(here, '..', 'media'));
console.log(figures.table());
await writeFile(join(out, 'figures.txt'), `${figures.table()}\n`);
console.log(`e2e: ${wanted.length} walks, ${failed} failed, pictures in vscode-client/e2e/out`);
process.exit(failed === 0 ? 0 : 1);
