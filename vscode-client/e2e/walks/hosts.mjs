// Two trees of hosts in one workspace have a release of the same name: every label says which one is meant.

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Editor } from '../lib/editor.mjs';
import { eventually } from '../lib/processes.mjs';
import { ownNode, RELEASE } from '../lib/samples.mjs';

export default async function hosts(walk) {
  const { host } = walk;
  const emulators = () => host.processes.matching(/beam\.smp/);
  await host.settings({ 'security.workspace.trust.enabled': false });
  const folder = join(host.base, 'hosts');
  await mkdir(folder);
  await writeFile(join(folder, 'README.md'), 'Two hosts.\n');
  const nodes = {};
  for (const name of ['east', 'west']) {
    const tree = await host.sample(name, folder =>
      ownNode(folder, `${host.environment.ERL_EPMD_PORT}_${name}`),
    );
    await rename(tree, join(folder, name));
    nodes[name] = `relex${host.environment.ERL_EPMD_PORT}_${name}@`;
  }
  let editor;

  await walk.step('the tree tells the releases apart', async () => {
    editor = await Editor.open(walk, folder, `east/${RELEASE}`);
    await editor.lens('not running').waitFor();
    await editor.openPath(`west/${RELEASE}`);
    await editor.lens('not running').waitFor();
    await editor.showReleases();
    for (const name of ['east', 'west']) {
      await editor.row(new RegExp(`relex.*not running.*${name}.*${nodes[name]}`)).waitFor();
    }
  });

  await walk.step('the status bar says whose release it is', async () => {
    await editor.statusItem('relex (west): not running').waitFor();
    await editor.openPath(`east/${RELEASE}`);
    await editor.statusItem('relex (east): not running').waitFor();
  });

  await walk.step('the question which one names trees and nodes', async () => {
    await editor.openFile('README.md');
    await editor.commandThatAsks('Enit: Start');
    const rows = await editor.choices();
    for (const name of ['east', 'west']) {
      const [row] = rows.filter(text => text.includes(`${name} · ${nodes[name]}`));
      if (!row?.includes('not running')) throw new Error(`no row for ${name}: ${rows.join(' | ')}`);
    }
    await walk.picture('the choice');
    await editor.pick(`west · ${nodes.west}`);
    await editor.row(/relex\s*running · west/).waitFor();
    await editor.row(/relex\s*not running · east/).waitFor();
    const [emulator, ...others] = await emulators();
    if (others.length > 0 || !emulator.command.includes(nodes.west)) throw new Error('not the node of west');
  });

  await walk.step('the question before the stop names the tree', async () => {
    await editor.clearNotifications();
    await editor.openPath(`west/${RELEASE}`);
    await editor.lens('Stop').click();
    await editor.answer(`of \`${join(folder, 'west')}\``, 'Stop', () => walk.picture('the question'));
    await eventually('the end of the emulator', async () => (await emulators()).length === 0);
    await editor.statusItem('relex (west): not running').waitFor();
  });
}
