/** The {@code diff} and {@code reconfigure} commands: what differs between a node and its files. */
@NullMarked
package dev.enit.cli.reconfigure;

import org.jspecify.annotations.NullMarked;
