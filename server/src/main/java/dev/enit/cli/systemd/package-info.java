/** The {@code systemd} command: a unit file for a release. */
@NullMarked
package dev.enit.cli.systemd;

import org.jspecify.annotations.NullMarked;
