/**
 * The sink {@code kafka}: the lines of runs, their results, or both as records of Kafka.
 *
 * <p>Not here: reading them again ({@code io.sluice.kafka.follow}), and the names of topics and
 * header fields ({@code io.sluice.kafka.record}).
 */
@NullMarked
package io.sluice.kafka.sink;

import org.jspecify.annotations.NullMarked;
