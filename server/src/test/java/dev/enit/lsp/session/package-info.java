/** Tests of the messages to one client, and their order. */
@NullMarked
package dev.enit.lsp.session;

import org.jspecify.annotations.NullMarked;
