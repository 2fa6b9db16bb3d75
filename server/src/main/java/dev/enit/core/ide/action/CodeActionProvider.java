package dev.enit.core.ide.action;

import java.util.function.Consumer;

/** Offers one kind of change where it can be made. It has no state and is quick. */
@FunctionalInterface
interface CodeActionProvider {
  void at(CodeActionPlace place, Consumer<CodeActionItem> to);
}
