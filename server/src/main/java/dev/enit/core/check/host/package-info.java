/** Checks against the host: its OTP, its users, its files. */
@NullMarked
package dev.enit.core.check.host;

import org.jspecify.annotations.NullMarked;
