/** What an editor has enit do, through the real service with real nodes. */
@NullMarked
package dev.enit.lsp.action;

import org.jspecify.annotations.NullMarked;
