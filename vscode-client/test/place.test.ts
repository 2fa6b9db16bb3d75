/** Tests the short labels of trees with a release of the same name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, treeOf } from '../src/releases/place';

const in_ = (tree: string) => `${tree}/var/lib/enit/relex/release.enit`;

test('a tree is what is above var/lib/enit', () => {
  assert.equal(treeOf(in_('/srv/hosts/a')), '/srv/hosts/a');
  assert.equal(treeOf(in_('')), '/');
  assert.equal(treeOf(in_('/a/var/lib/enit/b')), '/a/var/lib/enit/b');
});

test('of a directory of releases elsewhere it is that directory', () => {
  assert.equal(treeOf('/srv/releases/relex/release.enit'), '/srv/releases');
  assert.equal(treeOf('/relex/release.enit'), '/');
});

test('in the only folder of a workspace a tree has its path there', () => {
  const hosts = [{ name: 'hosts', path: '/srv/hosts' }];
  assert.equal(placeOf(in_('/srv/hosts/a'), hosts), 'a');
  assert.equal(placeOf(in_('/srv/hosts/b/c'), hosts), 'b/c');
  assert.equal(placeOf(in_('/srv/hosts'), hosts), 'hosts');
  assert.equal(placeOf(in_('/srv/hosts2'), hosts), '/srv/hosts2');
});

test('among several folders it has the name of its folder', () => {
  const folders = [
    { name: 'a', path: '/srv/a' },
    { name: 'b', path: '/srv/b' },
    { name: 'inner', path: '/srv/b/inner' },
  ];
  assert.equal(placeOf(in_('/srv/a'), folders), 'a');
  assert.equal(placeOf(in_('/srv/b/x'), folders), 'b/x');
  assert.equal(placeOf(in_('/srv/b/inner/y'), folders), 'inner/y');
});

test('the tree of the host itself is the root', () => {
  assert.equal(placeOf(in_(''), [{ name: 'root', path: '/' }]), '/');
  assert.equal(placeOf(in_(''), []), '/');
  assert.equal(placeOf(in_('/a'), [{ name: 'root', path: '/' }]), 'a');
});
