/** The installed software: the OTP of this host and the applications that its code path finds. */
@NullMarked
package dev.enit.core.otp;

import org.jspecify.annotations.NullMarked;
