/** Random but legal conversations: what a server that has lived long answers, and a fresh one. */
@NullMarked
package dev.enit.lsp.sequence;

import org.jspecify.annotations.NullMarked;
