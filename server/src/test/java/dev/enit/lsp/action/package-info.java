/** Tests of the actions of an editor, through the real server with real nodes. */
@NullMarked
package dev.enit.lsp.action;

import org.jspecify.annotations.NullMarked;
