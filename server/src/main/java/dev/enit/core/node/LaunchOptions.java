package dev.enit.core.node;

import dev.enit.core.config.LaunchSettings.Retries;
import java.time.Duration;

/**
 * How a node is started, where the one who starts it has a say.
 *
 * @param retries how often the start of the applications is tried again
 * @param delay before that
 * @param syslog whether the node logs to the system's log instead of its standard output
 * @param force whether root starts what other users can change
 */
public record LaunchOptions(Retries retries, Duration delay, boolean syslog, boolean force) {}
