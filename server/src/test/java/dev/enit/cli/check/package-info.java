/** Tests of the search and the reports of {@code check}. */
@NullMarked
package dev.enit.cli.check;

import org.jspecify.annotations.NullMarked;
