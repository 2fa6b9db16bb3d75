/**
 * Where to look: directories and OTP, from options, environment and files, the nearest one first.
 */
@NullMarked
package dev.enit.core.settings;

import org.jspecify.annotations.NullMarked;
