/** Tests of starting and stopping releases, each on a separate host. */
@NullMarked
package dev.enit.cli.run;

import org.jspecify.annotations.NullMarked;
