/** The command line: what was asked, who answers it, and how a process ends. */
@NullMarked
package dev.enit.cli;

import org.jspecify.annotations.NullMarked;
