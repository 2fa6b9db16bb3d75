package dev.enit.core.ide.completion;

import java.util.function.Supplier;

/**
 * The completion features that the client supports.
 *
 * @param places whether the user can fill in the places of a {@link Template} one after the other
 * @param cookies makes a new cookie each time it is asked
 */
public record CompletionOptions(boolean places, Supplier<String> cookies) {}
