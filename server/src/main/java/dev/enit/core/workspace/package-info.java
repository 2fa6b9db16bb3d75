/** The snapshots of a workspace: open texts before files, parsed once, answers remembered. */
@NullMarked
package dev.enit.core.workspace;

import org.jspecify.annotations.NullMarked;
