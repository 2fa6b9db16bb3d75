/**
 * The settings of enit: directories and OTP, from options, environment and files, by precedence.
 */
@NullMarked
package dev.enit.core.settings;

import org.jspecify.annotations.NullMarked;
