/** The language server: its methods, their dispatch and the life cycle of a session. */
@NullMarked
package dev.enit.lsp;

import org.jspecify.annotations.NullMarked;
