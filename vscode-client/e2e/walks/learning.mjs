// A new user reads the page of the extension, takes the first steps, and asks what a diagnostic means.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Editor } from '../lib/editor.mjs';
import { mistaken, RELEASE } from '../lib/samples.mjs';

/** The keys of each command, from a table of the walkthrough: `| command | Linux | Windows | macOS | … |`. */
async function documentedKeys(file) {
  const rows = (await readFile(file, 'utf8')).split('\n').filter(line => /^\| [A-Z]/.test(line));
  return rows.map(row => row.split('|').map(cell => cell.trim())).map(([, title, linux]) => [title, linux]);
}

export default async function learning(walk) {
  const { host } = walk;
  await host.settings({ 'security.workspace.trust.enabled': false });
  const folder = await host.sample('learning', async tree => {
    await mistaken(tree);
    await writeFile(join(tree, 'README.md'), 'A host.\n');
  });
  let editor;

  await walk.step('the page of the extension has its pictures', async () => {
    editor = await Editor.open(walk, folder, RELEASE);
    await editor.squiggle('error', 'relex_aplication');
    await editor.showExtension('Erlang/OTP releases');
    const pictures = editor.preview().locator('img');
    await pictures.nth(3).waitFor();
    const widths = await pictures.evaluateAll(async all => {
      await Promise.all(all.map(picture => picture.decode().catch(() => {})));
      return all.map(picture => picture.naturalWidth);
    });
    if (widths.length !== 4 || widths.includes(0)) throw new Error(`pictures are missing: ${widths}`);
    await pictures.first().scrollIntoViewIfNeeded();
  });

  await walk.step('the code of a diagnostic opens its page', async () => {
    await editor.openFile('release.enit');
    const hover = await editor.hover('relex_aplication');
    await hover.locator('a.code-link').click();
    await editor.preview().getByRole('heading').first().waitFor();
    await editor.preview().getByText('is not installed').first().waitFor();
  });

  await walk.step('the first steps have their pictures', async () => {
    await editor.command('Enit: Open Walkthrough');
    await editor.page.getByRole('heading', { name: 'Erlang/OTP releases with enit' }).waitFor();
    await editor.page.locator('.getting-started-step').filter({ hasText: 'Make a mistake' }).click();
    const picture = editor.preview().locator('img').first();
    await picture.waitFor();
    if (!(await picture.evaluate(one => one.decode().then(() => one.naturalWidth))))
      throw new Error('no picture');
  });

  await walk.step('the keys that they name are those of the commands', async () => {
    await editor.openFile('release.enit');
    const keys = await documentedKeys(join(host.extension, 'walkthrough/mistake.md'));
    if (keys.length !== 5) throw new Error(`the table of keys has ${keys.length} rows`);
    // F12 is the browser's own, so VS Code in a browser has Ctrl+F12.
    for (const [title, written] of keys) {
      const real = await editor.keysOf(title.replace('Quick Fix', 'Quick Fix...'));
      const plain = real?.replaceAll('Control', 'Ctrl').replace('Ctrl+F12', 'F12');
      if (plain !== written) throw new Error(`${title}: the walkthrough says ${written}, VS Code ${plain}`);
    }
  });
}
