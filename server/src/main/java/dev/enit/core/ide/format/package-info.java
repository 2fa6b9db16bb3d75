/**
 * Layout as an editor wants it: small changes of white space, of a file, of a range, as one types.
 */
@NullMarked
package dev.enit.core.ide.format;

import org.jspecify.annotations.NullMarked;
