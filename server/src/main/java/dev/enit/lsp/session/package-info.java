/** The state of one connected client: its capabilities, its settings and what it has been sent. */
@NullMarked
package dev.enit.lsp.session;

import org.jspecify.annotations.NullMarked;
