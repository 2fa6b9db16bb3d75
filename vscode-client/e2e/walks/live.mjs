// A user starts a release from the editor, changes it while it runs, and stops it.

import { Editor } from '../lib/editor.mjs';
import { eventually } from '../lib/processes.mjs';
import { RELEASE, visible } from '../lib/samples.mjs';

export default async function live(walk) {
  const { host, figures } = walk;
  const emulators = () => host.processes.matching(/beam\.smp/);
  await host.settings({ 'security.workspace.trust.enabled': false });
  const folder = await host.sample('live', visible);
  let editor;

  await walk.step('the release does not run', async () => {
    editor = await Editor.open(walk, folder, RELEASE);
    await editor.lens('not running').waitFor();
    await editor.showReleases();
    await editor.row(/relex.*not running/).waitFor();
  });

  await walk.step('it is started from its lens', async () => {
    await editor.lens('Start').click();
    await editor.lens('running · pid').waitFor();
    await editor.lens('in sync').waitFor();
    await editor.row(/relex.*running/).waitFor();
    await editor.statusItem('relex').waitFor();
    if ((await emulators()).length !== 1) throw new Error('there is no emulator, or there are several');
  });

  await walk.step('an edit is pending', async () => {
    await editor.clearNotifications();
    await editor.openFile('user.config');
    await editor.replace('relex.com', 'relex.changed.com');
    await editor.save();
    await editor.lens('1 pending').waitFor();
  });

  await walk.step('a hover tells what runs', async () => {
    const hover = await editor.hover('kabozzle_domain');
    await hover.getByText('relex.com').first().waitFor();
  });

  await walk.step('the plan shows both sides', async () => {
    await editor.openFile('user.config');
    await editor.lens('1 pending').click();
    await editor.diff('"relex.com"', '"relex.changed.com"');
  });

  await walk.step('it is reconfigured after a question', async () => {
    await editor.openFile('release.enit');
    await editor.lens('1 change pending').waitFor();
    await editor.lens('Reconfigure').click();
    await editor.answer('relex', 'Reconfigure', () => walk.picture('the question'));
    await editor.openFile('release.enit');
    await editor.lens('in sync').waitFor();
    const told = await host.enit(folder, 'call', 'relex', 'relex_application', 'changes');
    if (!told.includes('relex.changed.com')) throw new Error(`the application was told: ${told}`);
  });

  await walk.step('the tree shows the applications', async () => {
    await editor.clearNotifications();
    await editor.unfold('relex', 'Configuration', 'Applications');
    await editor.row('relex_application').waitFor();
    await editor.row('relex_snmp').waitFor();
  });

  await walk.step('a page tells how the node is', async () => {
    await editor.command('Enit: Show Status of the Node');
    const page = editor.preview();
    await page.getByRole('heading', { name: 'relex 1.0' }).waitFor();
    await page.getByText('relex_application').first().waitFor();
  });

  await walk.step('a shell opens in the node, which goes on without it', async () => {
    const [node] = await emulators();
    await editor.command('Enit: Open Remote Shell');
    await editor.terminal(/Eshell/);
    await editor.command('Terminal: Kill the Active Terminal Instance');
    await eventually('the end of the shell, and of nothing else', async () => {
      const shells = await host.processes.matching(/ -?remsh /);
      const left = await emulators();
      return shells.length === 0 && left.length === 1 && left[0].pid === node.pid;
    });
  });

  await walk.step('what waits for a restart is said', async () => {
    await editor.openFile('user.config');
    await editor.replace('false', 'true');
    await editor.save();
    await editor.lens('with the next restart').waitFor();
    await editor.statusItem('needs a restart').waitFor();
    await editor.row(/relex.*needs a restart/).waitFor();
    await editor.replace('true', 'false');
    await editor.save();
    await editor.row(/relex.*needs a restart/).waitFor({ state: 'detached' });
  });

  await walk.step('lens, menus and list agree on what can be done with a node that hangs', async () => {
    const [{ pid }] = await emulators();
    process.kill(pid, 'SIGSTOP');
    try {
      await editor.openFile('release.enit');
      await editor.lens('does not answer').waitFor();
      const wanted = ['Stop', 'Restart', 'Connect'];
      const unwanted = ['Start', 'Reconfigure'];
      const agree = (where, words) => {
        const shown = [...wanted, ...unwanted].filter(word =>
          words.some(text => text.split(', ')[0] === word),
        );
        if (shown.join() !== wanted.join()) throw new Error(`${where}: ${words.join(' | ')}`);
      };
      agree('lenses', await editor.lenses());
      await editor.statusItem('does not answer').click();
      agree('menu of the status bar', await editor.choices());
      await walk.picture('the menu of the status bar');
      await editor.press('Escape');
      agree('menu of the tree', await editor.contextMenu(/relex.*does not answer/));
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await editor.lens('running · pid').waitFor();
  });

  await walk.step('it is stopped', async () => {
    await editor.lens('Stop', 'release.enit').click();
    await editor.answer('relex', 'Stop', () => walk.picture('the question'));
    await editor.lens('not running', 'release.enit').waitFor();
    await editor.row(/relex.*not running/).waitFor();
    await eventually('the end of the emulator', async () => (await emulators()).length === 0);
    const server = await host.server();
    figures.add('memory of the server after the walk', await host.processes.resident(server.pid), 'MiB');
  });
}
