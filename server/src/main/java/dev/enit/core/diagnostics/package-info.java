/**
 * The diagnostics of a snapshot: the table of checks, their run over files, and the cached results.
 */
@NullMarked
package dev.enit.core.diagnostics;

import org.jspecify.annotations.NullMarked;
