package dev.enit.core.ide.action;

import java.util.function.Consumer;

/** A provider of one kind of code action. It has no state and is quick. */
@FunctionalInterface
interface CodeActionProvider {
  void at(CodeActionPlace place, Consumer<CodeActionItem> to);
}
