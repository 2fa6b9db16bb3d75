// The page of the extension with its pictures in it. VS Code shows pictures of a page by https: and data: only, and these have
// no address: relative ones, right in a repository, stay empty once the extension is installed.
//
//   node readme.mjs FILE     writes the page to FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const text = readFileSync(join(here, 'README.md'), 'utf8');
const page = text.replaceAll(/(!\[[^\]]*\]\()(media\/[\w-]+\.png)\)/g, (_, before, picture) => {
  const bytes = readFileSync(join(here, picture)).toString('base64');
  return `${before}data:image/png;base64,${bytes})`;
});
writeFileSync(process.argv[2], page);
