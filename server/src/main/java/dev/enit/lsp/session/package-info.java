/** What lives as long as one client is connected: its abilities, and what it has been told. */
@NullMarked
package dev.enit.lsp.session;

import org.jspecify.annotations.NullMarked;
