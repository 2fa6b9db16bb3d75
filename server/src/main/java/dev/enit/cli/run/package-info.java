/** Commands that start and stop a release. */
@NullMarked
package dev.enit.cli.run;

import org.jspecify.annotations.NullMarked;
