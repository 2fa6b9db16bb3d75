package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.AdoptValue;
import dev.enit.core.ide.action.AdoptValue.Result;
import dev.enit.core.live.LiveState;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.UnknownNode;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.convert.WorkspaceEditConverter;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the running value of a key into a file of its release, in the editor. The response is sent
 * when the client has applied the edit.
 */
public final class AdoptValueCommand implements CommandHandler {
  @Override
  public DeferredResponse run(RequestContext request, List<JsonElement> arguments) {
    ReleaseKey key = ReleaseArgument.of(request, arguments);
    JsonObject options = ActionCommand.options(arguments);
    ActionCommand.refuseUntrusted(request, key, Messages.text("take-over.title", key.name()));
    String application = ParamsReader.required(text(options, "application"), "application");
    String setting = ParamsReader.required(text(options, "key"), "key");
    Optional<Path> file = Optional.ofNullable(text(options, "file")).flatMap(Uris::path);
    Workspace workspace = request.workspace();
    Release release = workspace.release(key);
    Result result =
        running(workspace, key)
            .map(running -> new AdoptValue(release, running, application, setting).into(file))
            .orElseGet(() -> new Result.Refused(unknown(release, workspace.live(key))));
    Session session = request.session();
    CompletableFuture<ActionResult> done = new CompletableFuture<>();
    switch (result) {
      case Result.Change(FileChange change) -> apply(session, workspace, change, done);
      case Result.Same(String text) -> done.complete(ActionResult.of(Outcome.UNCHANGED, text));
      case Result.Refused(String text) -> done.complete(ActionResult.of(Outcome.REFUSED, text));
    }
    return new DeferredResponse(done.thenApply(end -> told(session, key, end)));
  }

  /** Returns the result, shown to the user unless it is a success: the edit is visible. */
  private static JsonObject told(Session session, ReleaseKey key, ActionResult result) {
    if (result.outcome() != Outcome.DONE) {
      session.dialogue().tell(key, result);
    }
    return result.json();
  }

  private static Optional<RunningConfig> running(Workspace workspace, ReleaseKey key) {
    return workspace.live(key) instanceof LiveState.Online online
        ? online.config()
        : Optional.empty();
  }

  private static String unknown(Release release, LiveState state) {
    return UnknownNode.text(release, state)
        .orElseGet(() -> Messages.text("page.busy", release.node().nodename()));
  }

  private static void apply(
      Session session,
      Workspace workspace,
      FileChange change,
      CompletableFuture<ActionResult> done) {
    boolean isPossible =
        session.client().appliesEdits()
            && (change instanceof FileChange.Edited || session.client().createsFiles());
    if (!isPossible) {
      done.complete(
          ActionResult.of(
              Outcome.REFUSED, Messages.text("take-over.no-edit", change.path().getFileName())));
      return;
    }
    WorkspaceEdit edit = new WorkspaceEditConverter(session.to(), workspace).edit(List.of(change));
    session
        .connection()
        .ask(
            "workspace/applyEdit",
            new ApplyWorkspaceEditParams(edit),
            (answer, refusal) ->
                done.complete(
                    isApplied(answer)
                        ? ActionResult.of(
                            Outcome.DONE,
                            Messages.text("take-over.done", change.path().getFileName()))
                        : ActionResult.of(
                            Outcome.FAILED,
                            Messages.text("take-over.failed", change.path().getFileName()))));
  }

  private static boolean isApplied(@Nullable JsonElement answer) {
    return answer instanceof JsonObject object && ActionCommand.is(object, "applied");
  }

  private static @Nullable String text(JsonObject options, String name) {
    return options.get(name) instanceof JsonPrimitive text && text.isString()
        ? text.getAsString()
        : null;
  }
}
