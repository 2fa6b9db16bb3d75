/** What each piece of a text is, for colours that know more than the syntax. */
@NullMarked
package dev.enit.core.ide.token;

import org.jspecify.annotations.NullMarked;
