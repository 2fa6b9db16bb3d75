/**
 * The search for the server's program: a list of places, of which the first with a program wins. Independent of VS
 * Code.
 */
import { execFile } from 'node:child_process';
import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';

/** The oldest Java that the jars run on. */
export const JAVA = 25;

export interface Program {
  readonly command: string;
  /** The arguments before those of enit. */
  readonly args: readonly string[];
  readonly origin: 'setting' | 'bundled' | 'path' | 'java';
}

/** The reason why there is no program. */
export interface Missing {
  /** `setting`: the program that the setting names cannot be run. `nothing`: none was found. */
  readonly reason: 'setting' | 'nothing';
  readonly detail: string;
}

export interface Surroundings {
  /** The setting `enit.server.path`. */
  readonly setting: string;
  /** The folder of the extension's own server: a whole distribution, or jars only. */
  readonly bundle: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The directories of installed Java homes. */
  readonly javaFolders: readonly string[];
}

/** Returns the surroundings of this machine. */
export function surroundings(setting: string, bundle: string): Surroundings {
  const { env: environment, platform } = process;
  return { setting, bundle, environment, platform, javaFolders: usualJavaFolders(environment, platform) };
}

export async function findProgram(around: Surroundings): Promise<Program | Missing> {
  if (around.setting.trim() !== '') {
    return ofSetting(around.setting.trim(), around);
  }
  const bundled = await ofBundle(around);
  if (bundled !== undefined) {
    return bundled;
  }
  const onPath = await first(candidates('enit', around), isProgram);
  if (onPath !== undefined) {
    return { command: onPath, args: [], origin: 'path' };
  }
  return ofJava(around);
}

async function ofSetting(setting: string, around: Surroundings): Promise<Program | Missing> {
  const home = around.environment['HOME'] ?? around.environment['USERPROFILE'] ?? '~';
  const named = setting.replace(/^~(?=[/\\])/, home);
  const isPath = path.isAbsolute(named);
  const found = isPath ? named : await first(candidates(named, around), isProgram);
  return found !== undefined && (await isProgram(found))
    ? { command: found, args: [], origin: 'setting' }
    : { reason: 'setting', detail: setting };
}

/** Returns the launcher with its runtime; Windows has no launcher. */
async function ofBundle({ bundle, platform }: Surroundings): Promise<Program | undefined> {
  const java = path.join(bundle, 'runtime', 'bin', platform === 'win32' ? 'java.exe' : 'java');
  if (!(await isProgram(java))) {
    return undefined;
  }
  const launcher = path.join(bundle, 'bin', 'enit');
  return platform !== 'win32' && (await isProgram(launcher))
    ? { command: launcher, args: [], origin: 'bundled' }
    : { command: java, args: await javaArguments(bundle, await jarsOf(bundle)), origin: 'bundled' };
}

async function ofJava(around: Surroundings): Promise<Program | Missing> {
  const jars = await jarsOf(around.bundle);
  if (jars.length === 0) {
    return { reason: 'nothing', detail: '' };
  }
  const seen: string[] = [];
  for (const java of await javas(around)) {
    const version = await javaVersion(java);
    if (version !== undefined && version >= JAVA) {
      return { command: java, args: await javaArguments(around.bundle, jars), origin: 'java' };
    }
    if (version !== undefined) {
      seen.push(`${java} (${version})`);
    }
  }
  return { reason: 'nothing', detail: seen.join(', ') };
}

/** Returns the arguments of the distribution's launcher, without its AOT cache, which is for its own Java. */
async function javaArguments(bundle: string, jars: readonly string[]): Promise<string[]> {
  const [erlang = ''] = await list(path.join(bundle, 'erlang'), name => name.startsWith('enit-'));
  return [
    '-XX:+UseSerialGC',
    '-Xms24m',
    '-Xmx2g',
    '-XX:-UsePerfData',
    '--enable-native-access=ALL-UNNAMED',
    `-Denit.pages=${path.join(bundle, 'diagnostics')}`,
    `-Denit.erlang=${path.join(erlang, 'ebin')}`,
    '-cp',
    jars.join(path.delimiter),
    'dev.enit.cli.Main',
  ];
}

/** Returns the candidates for Java: the one that the environment names, that of the PATH, the installed ones. */
async function javas(around: Surroundings): Promise<string[]> {
  const exe = around.platform === 'win32' ? 'java.exe' : 'java';
  const ofHome = (home: string) => path.join(home, 'bin', exe);
  const named = around.environment['JAVA_HOME'] ?? '';
  const files = [...(named === '' ? [] : [ofHome(named)]), ...candidates('java', around)];
  for (const folder of around.javaFolders) {
    const homes = await list(folder, () => true);
    files.push(...homes.flatMap(home => [ofHome(home), ofHome(path.join(home, 'Contents', 'Home'))]));
  }
  const usable = await Promise.all(files.map(isProgram));
  return files.filter((_, index) => usable[index]);
}

function usualJavaFolders(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Library/Java/JavaVirtualMachines'];
    case 'win32': {
      const programs = environment['ProgramFiles'] ?? 'C:\\Program Files';
      return ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu'].map(name => path.join(programs, name));
    }
    default:
      return ['/usr/lib/jvm', '/opt/java'];
  }
}

/** Returns the version of Java, from the file `release` of its home, else from its output. */
async function javaVersion(java: string): Promise<number | undefined> {
  try {
    const release = await readFile(path.join(path.dirname(path.dirname(java)), 'release'), 'utf8');
    const found = /^JAVA_VERSION="(\d+)/m.exec(release);
    if (found?.[1] !== undefined) {
      return Number(found[1]);
    }
  } catch {
    // A link to the program, or no whole JDK.
  }
  return new Promise(resolve => {
    execFile(java, ['-version'], { timeout: 10_000 }, (error, stdout, stderr) => {
      const found = /version "(\d+)/.exec(stderr + stdout);
      resolve(error === null && found?.[1] !== undefined ? Number(found[1]) : undefined);
    });
  });
}

/** Returns the files on the PATH of that name. */
function candidates(name: string, around: Surroundings): string[] {
  const file = around.platform === 'win32' ? `${name}.exe` : name;
  const folders = (around.environment['PATH'] ?? around.environment['Path'] ?? '').split(path.delimiter);
  return folders
    .filter(folder => folder !== '' && path.isAbsolute(folder))
    .map(folder => path.join(folder, file));
}

async function first(
  files: readonly string[],
  test: (file: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const file of files) {
    if (await test(file)) {
      return file;
    }
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function jarsOf(bundle: string): Promise<string[]> {
  return list(path.join(bundle, 'lib'), name => name.endsWith('.jar'));
}

async function list(folder: string, take: (name: string) => boolean): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter(take)
      .sort()
      .map(name => path.join(folder, name));
  } catch {
    return [];
  }
}
