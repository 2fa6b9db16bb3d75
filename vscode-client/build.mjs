// Bundles the extension into one file; with --test also the tests, each on its own.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
};

await build({
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'out/extension.js',
  format: 'cjs',
  external: ['vscode'],
  minify: true,
  keepNames: true,
  sourcemap: 'linked',
});

if (process.argv.includes('--test')) {
  await build({
    ...common,
    entryPoints: readdirSync('test')
      .filter(name => name.endsWith('.test.ts'))
      .map(name => `test/${name}`),
    outdir: 'out/test',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
  });
}
