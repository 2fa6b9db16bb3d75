/** The diagnostics as data, the checks that report them, and the pages that explain them. */
@NullMarked
package dev.enit.core.check;

import org.jspecify.annotations.NullMarked;
