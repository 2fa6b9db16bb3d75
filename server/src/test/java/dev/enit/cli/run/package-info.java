/** Releases that are started and stopped, on a host of the test's own. */
@NullMarked
package dev.enit.cli.run;

import org.jspecify.annotations.NullMarked;
