/** What a client has the server do with running nodes. */
@NullMarked
package dev.enit.lsp.action;

import org.jspecify.annotations.NullMarked;
