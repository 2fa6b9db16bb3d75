/** Tests that everything that the manifest names exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS } from '../src/protocol';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const contributes = manifest.contributes;
const declared: string[] = contributes.commands.map((entry: { command: string }) => entry.command);
const source = readFileSync('src/extension.ts', 'utf8');

/** Returns every string in a value, at any depth. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('every command is the server’s or registered, and no other is registered', () => {
  const registered = [...source.matchAll(/command\('(enit\.\w+)'/g)].map(match => match[1]);
  assert.deepEqual([...registered, ...Object.values(COMMANDS)].sort(), [...declared].sort());
});

test('menus, welcome views and steps name commands that exist', () => {
  const named = strings([contributes.menus, contributes.viewsWelcome, contributes.walkthroughs ?? []])
    .flatMap(text =>
      [...text.matchAll(/(?:^|command:|onCommand:)(enit\.[a-z]\w*)/g)].map(match => match[1] ?? ''),
    )
    .filter(name => !['enit.release', 'enit.releases', 'enit.ready'].includes(name));
  assert.ok(named.length > 20);
  for (const name of named) {
    assert.ok(declared.includes(name), name);
  }
});

test('every command of the palette that needs a server or trust says so', () => {
  const palette = new Map<string, string>(
    contributes.menus.commandPalette.map((entry: { command: string; when: string }) => [
      entry.command,
      entry.when,
    ]),
  );
  for (const name of Object.values(COMMANDS).filter(command => command !== COMMANDS.takeOver)) {
    assert.match(palette.get(name) ?? '', /enit\.ready/, name);
  }
  for (const name of [
    COMMANDS.start,
    COMMANDS.stop,
    COMMANDS.restart,
    COMMANDS.reconfigure,
    COMMANDS.connect,
  ]) {
    assert.match(palette.get(name) ?? '', /isWorkspaceTrusted/, name);
  }
});

test('files that the manifest names are there', () => {
  const files = strings(manifest).filter(text =>
    /^(\.\/)?(media|syntaxes|walkthrough)\/|^\.\/language/.test(text),
  );
  assert.ok(files.length > 6);
  for (const file of files) {
    assert.ok(existsSync(file), file);
  }
});

test('settings that run or reach something do not come from a workspace without trust', () => {
  const settings: Record<string, { type: string; scope: string }> = Object.assign(
    {},
    ...contributes.configuration.map((group: { properties: object }) => group.properties),
  );
  const restricted: string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  for (const name of Object.keys(settings).filter(key => !/inlayHints|trace/.test(key))) {
    assert.ok(restricted.includes(name), name);
  }
  assert.equal(settings['enit.server.path']?.scope, 'machine');
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(setting.scope, name);
  }
});

test('words are found as they are typed, of any script', () => {
  const { wordPattern } = JSON.parse(readFileSync('language-configuration.json', 'utf8'));
  const word = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`);
  assert.deepEqual("{relex_app, größe, Ключ@1, 'a b', 16#ff, -1.5e3}".match(word), [
    'relex_app',
    'größe',
    'Ключ@1',
    "'a b'",
    '16#ff',
    '-1.5e3',
  ]);
});

test('words of the text do not stand among the completions of the server', () => {
  for (const { id } of contributes.languages) {
    assert.equal(contributes.configurationDefaults[`[${id}]`]['editor.wordBasedSuggestions'], 'off');
  }
});

test('the page of the extension names pictures that are there', () => {
  const pictures = [...readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)];
  assert.equal(pictures.length, 4);
  for (const [, picture = ''] of pictures) {
    assert.match(picture, /^media\/[\w-]+\.png$/);
    assert.ok(existsSync(picture), picture);
  }
});

test('every menu goes by the actions that the server gives', () => {
  const entries: { command: string; when: string; group: string }[] = [
    ...contributes.menus.commandPalette,
    ...contributes.menus['enit.release'],
    ...contributes.menus['view/item/context'],
  ];
  const actions = [
    COMMANDS.start,
    COMMANDS.stop,
    COMMANDS.restart,
    COMMANDS.reconfigure,
    COMMANDS.connect,
  ] as string[];
  const guarded = entries.filter(({ command }) => actions.includes(command));
  assert.equal(guarded.length, 5 + 5 + 8 + 1);
  for (const { command, when } of guarded) {
    assert.ok(
      when.includes(`\\b${command.replace('.', '\\.')}\\b`) ||
        when.includes(`/${command.replace('.', '\\.')}\\b/`),
      when,
    );
  }
});
