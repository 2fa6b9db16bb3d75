/** The language server: which messages it speaks and how a session begins and ends. */
@NullMarked
package dev.enit.lsp;

import org.jspecify.annotations.NullMarked;
