package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.EffectivePage;
import dev.enit.core.report.PlanPage;
import dev.enit.core.report.SidePage;
import dev.enit.core.report.StatusPage;
import dev.enit.core.text.Messages;
import dev.enit.core.text.VisibleText;
import dev.enit.core.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The virtual documents of a release: the one list of them. */
public enum VirtualDocument {
  /** The effective configuration, with the source of each value. */
  EFFECTIVE("effective.config") {
    @Override
    String made(ActionPages pages, Workspace workspace, ReleaseKey key) {
      return EffectivePage.of(workspace, key);
    }
  },
  /** The plan of a reconfiguration. */
  PLAN("plan.txt") {
    @Override
    String made(ActionPages pages, Workspace workspace, ReleaseKey key) {
      return pages.plan(key).orElseGet(() -> PlanPage.of(workspace, key));
    }
  },
  /** The full report of the last action. */
  REPORT("report.txt") {
    @Override
    String made(ActionPages pages, Workspace workspace, ReleaseKey key) {
      return pages
          .report(key)
          .orElseGet(() -> Messages.text("action.no-report", key.name()) + "\n");
    }
  },
  /** The status of the node. */
  STATUS("status.md") {
    @Override
    String made(ActionPages pages, Workspace workspace, ReleaseKey key) {
      return StatusPage.of(workspace, key);
    }
  },
  /** The running value of every key that enit manages. */
  RUNNING("running.config") {
    @Override
    String made(ActionPages pages, Workspace workspace, ReleaseKey key) {
      return SidePage.running(workspace, key);
    }
  },
  /** The value on the disk of every key that enit manages. */
  DISK("disk.config") {
    @Override
    String made(ActionPages pages, Workspace workspace, ReleaseKey key) {
      return SidePage.disk(workspace, key);
    }
  };

  private final String fileName;

  VirtualDocument(String fileName) {
    this.fileName = fileName;
  }

  /** Returns the last segment of its URI. */
  public String fileName() {
    return fileName;
  }

  /** Returns its current text for a release, with invisible characters escaped. */
  final String text(ActionPages pages, Workspace workspace, ReleaseKey key) {
    return VisibleText.lines(made(pages, workspace, key));
  }

  /** Returns the text; must not block. */
  abstract String made(ActionPages pages, Workspace workspace, ReleaseKey key);

  static Optional<VirtualDocument> of(String fileName) {
    return Arrays.stream(values())
        .filter(document -> document.fileName.equals(fileName))
        .findFirst();
  }

  /** Returns the file names of all virtual documents. */
  static List<String> names() {
    return Arrays.stream(values()).map(VirtualDocument::fileName).toList();
  }
}
