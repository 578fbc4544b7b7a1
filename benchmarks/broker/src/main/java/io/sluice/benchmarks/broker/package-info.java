/**
 * What runs cost on their way through Kafka: chunks a second, and how late a first token is.
 *
 * <p>Not here: the broker, which {@code benchmarks/kafka} starts.
 */
@NullMarked
package io.sluice.benchmarks.broker;

import org.jspecify.annotations.NullMarked;
