/** The items of the tree of releases. */
import * as vscode from 'vscode';
import type { Application, Extension, Layer, Release, ReleaseDetails } from '../protocol';
import { actions, brief, place, takesShell, title, tooltip } from './words';

/** A node of the tree; one that can be unfolded has children. */
export interface Node {
  readonly item: vscode.TreeItem;
  readonly children?: readonly Node[];
}

/** A release: its children are requested when it is unfolded. */
export interface ReleaseNode extends Node {
  readonly release: Release;
}

const ICONS = new Map<string, [name: string, color?: string]>([
  ['running', ['circle-filled', 'testing.iconPassed']],
  ['starting', ['loading~spin']],
  ['connecting', ['loading~spin']],
  ['stopped', ['circle-outline']],
  ['name_in_use', ['warning', 'problemsWarningIcon.foreground']],
  ['unreachable', ['error', 'problemsErrorIcon.foreground']],
  ['unknown', ['circle-slash']],
  ['elsewhere', ['remote']],
  ['untrusted', ['workspace-untrusted']],
]);

/** Returns the icon of a state; a state of a newer server has a neutral one. */
export function icon(kind: string): vscode.ThemeIcon {
  const [name, color] = ICONS.get(kind) ?? ['warning'];
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}

export function releaseNode(release: Release): ReleaseNode {
  const { state } = release;
  const item = new vscode.TreeItem(release.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = release.uri;
  item.description = [brief(release), place(release), release.node].join(' · ');
  item.iconPath = icon(state.kind);
  item.contextValue = contextValue(release);
  item.tooltip = tooltip(release);
  return { item, release };
}

/** Returns the context value that the menus of the manifest match: the available actions and flags. */
function contextValue({ state }: Release): string {
  const words = ['release', state.kind, ...actions(state)];
  return [...words, state.pending ? 'pending' : '', takesShell(state) ? 'shell' : '']
    .filter(Boolean)
    .join(' ');
}

/** Returns the specification and layers in their order, extensions, applications in the order of their start. */
export function contents(release: ReleaseDetails): Node[] {
  const id = (part: string) => `${release.uri}#${part}`;
  const nodes: Node[] = [specification(release)];
  nodes.push(group('Configuration', 'settings-gear', id('layers'), release.layers.map(layer), release));
  if (release.extensions.length > 0) {
    nodes.push(
      group('Extensions', 'extensions', id('extensions'), release.extensions.map(extension), release),
    );
  }
  const inOrder = [...release.applications].sort((a, b) => a.order - b.order);
  nodes.push(group('Applications', 'package', id('applications'), inOrder.map(application), release));
  return nodes;
}

function group(label: string, name: string, id: string, children: Node[], release: Release): Node {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(name);
  item.description = String(children.length);
  item.contextValue = 'group';
  item.tooltip = `${label} of ${title(release)}`;
  return { item, children };
}

function specification(release: ReleaseDetails): Node {
  return { item: file(vscode.Uri.parse(release.uri), 'release.enit', release.version ?? '') };
}

function layer(layer: Layer): Node {
  const scope = layer.scope === 'host' ? 'this host' : 'with the release';
  return { item: file(vscode.Uri.parse(layer.uri), layer.name, scope) };
}

function extension(extension: Extension): Node {
  const uri = vscode.Uri.parse(extension.uri);
  const item = file(uri, extension.name, uri.path.split('/').at(-1) ?? '');
  item.iconPath = new vscode.ThemeIcon('extensions');
  const { start, end } = extension.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri, { selection }] };
  return { item };
}

function file(uri: vscode.Uri, label: string, description: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.description = description;
  item.contextValue = 'file';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}

const STATE_ICONS = { running: 'pass', waiting: 'watch', stopped: 'circle-outline' };

function application(application: Application): Node {
  const { name, version, order, source, state, uri } = application;
  const item = new vscode.TreeItem(name);
  const words = [version ?? 'not installed', source === 'release' ? '' : source];
  item.description = words.filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon(state === undefined ? 'package' : STATE_ICONS[state]);
  item.tooltip = `${order}. ${name}${state === undefined ? '' : `, ${state}`}`;
  item.contextValue = 'application';
  if (uri !== undefined) {
    item.command = { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(uri)] };
  }
  return { item };
}
