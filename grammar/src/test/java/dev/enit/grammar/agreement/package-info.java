/** Holds the parser against {@code file:consult/1} of the OTP on this machine. */
@NullMarked
package dev.enit.grammar.agreement;

import org.jspecify.annotations.NullMarked;
