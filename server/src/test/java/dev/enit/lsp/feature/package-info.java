/** Tests of the features of the editor as text in, text out, through the whole server. */
@NullMarked
package dev.enit.lsp.feature;

import org.jspecify.annotations.NullMarked;
