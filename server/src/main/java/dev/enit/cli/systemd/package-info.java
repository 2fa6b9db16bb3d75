/** The {@code systemd} command: a unit for a release. */
@NullMarked
package dev.enit.cli.systemd;

import org.jspecify.annotations.NullMarked;
