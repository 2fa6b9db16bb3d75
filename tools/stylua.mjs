// Compares Lua files with the format of StyLua, or formats them. StyLua comes from npm as a library without a program; run
// it where that is installed: tools/client node ../tools/stylua.mjs [--write] FOLDER...
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const stylua = createRequire(join(process.cwd(), 'package.json'))('@johnnymorganz/stylua');
const write = process.argv[2] === '--write';
const folders = process.argv.slice(write ? 3 : 2);

// The file that StyLua's program and editors read. The library takes an object away with each call.
const settings = readFileSync(new URL('../.stylua.toml', import.meta.url), 'utf8');
const values = { indent_type: stylua.IndentType, quote_style: stylua.QuoteStyle, syntax: stylua.LuaVersion };
function config() {
  const config = stylua.Config.new();
  for (const [, key, value] of settings.matchAll(/^(\w+) = "?(\w+)"?$/gm)) {
    config[key] = values[key] ? values[key][value] : Number(value);
  }
  return config;
}

for (const folder of folders) {
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.lua'))) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const formatted = stylua.formatCode(text, config(), undefined, stylua.OutputVerification.None);
    if (formatted === text) continue;
    if (write) {
      writeFileSync(file, formatted);
    } else {
      console.error(`${file}: not as StyLua formats it; run "make fmt"`);
      process.exitCode = 1;
    }
  }
}
