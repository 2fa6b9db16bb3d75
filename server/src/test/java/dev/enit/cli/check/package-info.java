/** How {@code check} searches and reports. */
@NullMarked
package dev.enit.cli.check;

import org.jspecify.annotations.NullMarked;
