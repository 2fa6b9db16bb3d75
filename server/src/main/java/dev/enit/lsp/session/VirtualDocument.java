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

/** The documents that enit makes of a release: the one list of them. */
public enum VirtualDocument {
  /** The effective configuration, with the place behind each value. */
  EFFECTIVE("effective.config") {
    @Override
    String made(Session session, Workspace workspace, ReleaseKey key) {
      return EffectivePage.of(workspace, key);
    }
  },
  /** What a reconfiguration would do. */
  PLAN("plan.txt") {
    @Override
    String made(Session session, Workspace workspace, ReleaseKey key) {
      return session.actions().plan(key).orElseGet(() -> PlanPage.of(workspace, key));
    }
  },
  /** What came of the last action, in full. */
  REPORT("report.txt") {
    @Override
    String made(Session session, Workspace workspace, ReleaseKey key) {
      return session
          .actions()
          .report(key)
          .orElseGet(() -> Messages.text("action.no-report", key.name()) + "\n");
    }
  },
  /** The node, for reading. */
  STATUS("status.md") {
    @Override
    String made(Session session, Workspace workspace, ReleaseKey key) {
      return StatusPage.of(workspace, key);
    }
  },
  /** What the node has of every key that enit manages. */
  RUNNING("running.config") {
    @Override
    String made(Session session, Workspace workspace, ReleaseKey key) {
      return SidePage.running(workspace, key);
    }
  },
  /** What it would have by the files. */
  DISK("disk.config") {
    @Override
    String made(Session session, Workspace workspace, ReleaseKey key) {
      return SidePage.disk(workspace, key);
    }
  };

  private final String fileName;

  VirtualDocument(String fileName) {
    this.fileName = fileName;
  }

  /** The last part of its URI. */
  public String fileName() {
    return fileName;
  }

  /** Returns what it says of a release now, with escapes for what a reader cannot see. */
  final String text(Session session, Workspace workspace, ReleaseKey key) {
    return VisibleText.lines(made(session, workspace, key));
  }

  /** Must not wait for anything. */
  abstract String made(Session session, Workspace workspace, ReleaseKey key);

  static Optional<VirtualDocument> of(String fileName) {
    return Arrays.stream(values())
        .filter(document -> document.fileName.equals(fileName))
        .findFirst();
  }

  /** The names of all of them. */
  static List<String> names() {
    return Arrays.stream(values()).map(VirtualDocument::fileName).toList();
  }
}
