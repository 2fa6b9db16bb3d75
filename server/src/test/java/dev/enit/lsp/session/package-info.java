/** What one client is told, and when. */
@NullMarked
package dev.enit.lsp.session;

import org.jspecify.annotations.NullMarked;
