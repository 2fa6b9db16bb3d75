/**
 * The page of a diagnostic code, a Markdown file that comes with the program: the link of the code shows its preview
 * beside the source.
 */
import * as vscode from 'vscode';
import type { Middleware, vsdiag } from 'vscode-languageclient/node';

const SHOW = 'enit.showDiagnosticPage';
const PAGE = /\/EN\d+\.md$/;

export function registerPages(): vscode.Disposable {
  return vscode.commands.registerCommand(SHOW, async (page: string) => {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.parse(page));
  });
}

/** The middleware of diagnostics, pulled and pushed. */
export const pageLinks: Pick<
  Middleware,
  'handleDiagnostics' | 'provideDiagnostics' | 'provideWorkspaceDiagnostics'
> = {
  handleDiagnostics: (uri, diagnostics, next) => {
    diagnostics.forEach(link);
    next(uri, diagnostics);
  },
  provideDiagnostics: async (document, previous, token, next) => {
    const report = await next(document, previous, token);
    if (report) {
      linkAll([report, ...Object.values(report.relatedDocuments ?? {})]);
    }
    return report;
  },
  provideWorkspaceDiagnostics: async (previous, token, reporter, next) => {
    const report = await next(previous, token, chunk => {
      linkAll(chunk?.items ?? []);
      reporter(chunk);
    });
    linkAll(report?.items ?? []);
    return report;
  },
};

type Report = vsdiag.FullDocumentDiagnosticReport | vsdiag.UnchangedDocumentDiagnosticReport;

function linkAll(reports: readonly Report[]): void {
  for (const report of reports) {
    if ('items' in report) {
      report.items.forEach(link);
    }
  }
}

function link(diagnostic: vscode.Diagnostic): void {
  const { code } = diagnostic;
  if (typeof code === 'object' && code.target.scheme === 'file' && PAGE.test(code.target.path)) {
    const page = encodeURIComponent(JSON.stringify([code.target.toString()]));
    diagnostic.code = { value: code.value, target: vscode.Uri.parse(`command:${SHOW}?${page}`) };
  }
}
