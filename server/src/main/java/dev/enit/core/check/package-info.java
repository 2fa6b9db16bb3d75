/** What is wrong: diagnostics as data, the checks that make them, the pages that explain them. */
@NullMarked
package dev.enit.core.check;

import org.jspecify.annotations.NullMarked;
