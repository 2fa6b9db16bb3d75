/**
 * Tests of random but legal sessions: the answers of a long-running server are those of a fresh
 * one.
 */
@NullMarked
package dev.enit.lsp.sequence;

import org.jspecify.annotations.NullMarked;
