/** Snapshots of the workspace: open texts before files, parsed once, answers cached. */
@NullMarked
package dev.enit.core.workspace;

import org.jspecify.annotations.NullMarked;
