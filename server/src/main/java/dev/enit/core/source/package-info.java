/** The files that are read: parsed texts, unreadable files, and places in them. */
@NullMarked
package dev.enit.core.source;

import org.jspecify.annotations.NullMarked;
