// A user opens a release, sees its diagnostics, fixes them, and looks at the effective configuration.

import { Editor } from '../lib/editor.mjs';
import { mistaken, RELEASE } from '../lib/samples.mjs';

/** The same walk is done in a workspace that is trusted and in one that is not: editing runs nothing. */
export async function edits(walk, folder, timed) {
  let editor;

  await walk.step('the wrong name of an application is underlined', async () => {
    const begin = performance.now();
    const passed = what => timed?.add(`window open to ${what}`, performance.now() - begin, 'ms');
    editor = await Editor.open(walk, folder, RELEASE);
    await editor.box('relex_aplication');
    passed('text of release.enit');
    await editor.squiggle('error', 'relex_aplication');
    passed('its first diagnostic');
  });

  await walk.step('the diagnostic explains itself', async () => {
    const hover = await editor.hover('relex_aplication');
    await hover.getByText('is not installed, but').waitFor();
  });

  await walk.step('its quick fix puts it right', async () => {
    await editor.behind('relex_aplication');
    await editor.quickFix('Write `relex_application`', () => walk.picture('the menu of quick fixes'));
    await editor.box('relex_application');
    await editor.noSquiggle('error');
    await editor.save();
  });

  await walk.step('a word is completed as it is typed', async () => {
    await editor.behind('runtime_tools');
    await editor.type(', ');
    await editor.complete('cry', 'crypto', () => walk.picture('the list of applications'));
    await editor.box('crypto', { line: 'runtime_tools' });
    await editor.noSquiggle('error');
    await editor.save();
  });

  await walk.step('a key is completed', async () => {
    await editor.openFile('defaults.config');
    await editor.behind('{frozzle_timeout, 5500}');
    await editor.type(',');
    await editor.press('Enter');
    await editor.complete('{kab', 'kabozzle_domain', () => walk.picture('the list of completions'));
    await editor.box('{kabozzle_domain, "example.org"');
    await editor.press('Escape');
    await editor.noSquiggle('error');
    await editor.save();
  });

  await walk.step('an overridden key tells its chain', async () => {
    await editor.openFile('user.config');
    const hover = await editor.hover('{frozzle_timeout');
    for (const part of ['6000', '5500', 'defaults.config', '5000', 'relex_application.app']) {
      await hover.getByText(part).first().waitFor();
    }
  });

  await walk.step('the effective configuration is shown beside the source', async () => {
    await editor.command('Enit: Show Effective Configuration');
    await editor.box('6000', { line: 'frozzle_timeout', tab: 'effective.config' });
  });

  await walk.step('the effective configuration follows an edit', async () => {
    await editor.focus('user.config');
    await editor.replace('6000', '7250');
    await editor.box('7250', { line: 'frozzle_timeout', tab: 'effective.config' });
    await walk.picture('while it is edited');
    await editor.focus('user.config');
    await editor.press('Control+z');
    await editor.box('6000', { line: 'frozzle_timeout', tab: 'effective.config' });
  });
  return editor;
}

export default async function editing(walk) {
  await walk.host.settings({ 'security.workspace.trust.enabled': false });
  await edits(walk, await walk.host.sample('editing', mistaken), walk.figures);
}
