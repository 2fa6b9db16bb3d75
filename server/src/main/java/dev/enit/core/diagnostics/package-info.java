/**
 * The diagnostics of a snapshot: the table of checks, their run over files, and the answers kept.
 */
@NullMarked
package dev.enit.core.diagnostics;

import org.jspecify.annotations.NullMarked;
