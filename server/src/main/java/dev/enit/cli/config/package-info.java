/** The {@code config} command and the formats of effective configurations. */
@NullMarked
package dev.enit.cli.config;

import org.jspecify.annotations.NullMarked;
