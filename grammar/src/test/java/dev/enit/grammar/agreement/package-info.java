/** Tests that compare the parser with {@code file:consult/1} of the installed OTP. */
@NullMarked
package dev.enit.grammar.agreement;

import org.jspecify.annotations.NullMarked;
