// In a layer of 50,000 lines, the list of completions opens while a key is typed, as in a short one.

import { Editor } from '../lib/editor.mjs';
import { large } from '../lib/samples.mjs';

const LINES = 50_000;

export default async function largeLayer(walk) {
  const { host, figures } = walk;
  await host.settings({ 'security.workspace.trust.enabled': false });
  const folder = await host.sample('large', tree => large(tree, LINES));
  let editor;

  await walk.step('it opens', async () => {
    editor = await Editor.open(walk, folder, 'etc/enit/relex/zlarge.config');
    await editor.box('{large_key_1, 1}');
    await editor.statusItem('relex').waitFor();
    await editor.select('{large_key_2, 2}');
  });

  await walk.step('completion opens while keys are typed', async () => {
    let slowest = 0;
    for (const line of [2, 4, 5]) {
      await editor.behind(`{large_key_${line}, ${line}}`);
      await editor.type(',');
      await editor.press('Enter');
      const begin = performance.now();
      await editor.complete('{kab', 'kabozzle_domain', () => {
        slowest = Math.max(slowest, performance.now() - begin);
      });
      await editor.press('Escape');
      await editor.press('Home');
      await editor.press('Shift+End');
      await editor.press('Delete');
      await editor.press('Backspace');
      await editor.press('Backspace');
    }
    figures.add('slowest completion in 50,000 lines', slowest, 'ms');
    const server = await host.server();
    figures.add('memory of the server beside it', await host.processes.resident(server.pid), 'MiB');
  });
}
