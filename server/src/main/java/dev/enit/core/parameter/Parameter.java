package dev.enit.core.parameter;

import java.util.Optional;

/**
 * A parameter that the documentation of OTP describes.
 *
 * @param type what it takes, in words
 * @param unit of a number, such as {@code seconds}
 * @param standard what holds where nothing is set, in words
 * @param kind when a change of it takes effect
 * @param since the first OTP release that has it; empty for one that all supported releases have
 * @param obsolete what to use instead
 * @param meaning what it does, in Markdown
 */
public record Parameter(
    String key,
    String type,
    Optional<String> unit,
    Optional<String> standard,
    TakesEffect.Kind kind,
    Optional<String> since,
    Optional<String> obsolete,
    String meaning) {}
