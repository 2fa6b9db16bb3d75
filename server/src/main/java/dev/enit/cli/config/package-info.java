/** The {@code config} command: effective configurations for people and for programs. */
@NullMarked
package dev.enit.cli.config;

import org.jspecify.annotations.NullMarked;
