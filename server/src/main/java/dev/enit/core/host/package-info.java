/** The facts about this computer: its name, its users, its file permissions. */
@NullMarked
package dev.enit.core.host;

import org.jspecify.annotations.NullMarked;
