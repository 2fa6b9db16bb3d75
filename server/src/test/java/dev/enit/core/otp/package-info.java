@NullMarked
package dev.enit.core.otp;

import org.jspecify.annotations.NullMarked;
