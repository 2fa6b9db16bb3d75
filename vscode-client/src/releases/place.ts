/**
 * The host tree of a release, as the user knows it: several trees of one workspace may have releases
 * of one name, and labels must keep the user from starting the wrong one.
 */

/** A folder of the workspace. */
export interface Folder {
  readonly name: string;
  /** Absolute, without a slash at its end. */
  readonly path: string;
}

/** The directory of a release in the tree of a host. */
const IN_TREE = /^(.*)\/var\/lib\/enit\/[^/]+\/[^/]+$/;

/** Returns the root of the tree that a release.enit is in; of a directory of releases elsewhere, that directory. */
export function treeOf(specification: string): string {
  const found = IN_TREE.exec(specification);
  const tree = found?.[1] ?? specification.split('/').slice(0, -2).join('/');
  return tree === '' ? '/' : tree;
}

/** Returns a short label of the tree: by its place in the workspace, else its whole path. */
export function placeOf(specification: string, folders: readonly Folder[]): string {
  const tree = treeOf(specification);
  const around = folders
    .filter(({ path }) => tree === path || tree.startsWith(path === '/' ? path : `${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (around === undefined || tree === '/') {
    return tree;
  }
  if (tree === around.path) {
    return around.name;
  }
  const inside = tree.slice(around.path.length).replace(/^\//, '');
  return folders.length > 1 ? `${around.name}/${inside}` : inside;
}
