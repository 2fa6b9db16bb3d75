/** Checks of the applications that a release lists, against what is installed. */
@NullMarked
package dev.enit.core.check.application;

import org.jspecify.annotations.NullMarked;
