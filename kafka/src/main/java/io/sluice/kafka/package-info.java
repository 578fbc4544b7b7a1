/**
 * Runs that travel between machines by Apache Kafka, for programs that embed Sluice: what is read
 * back. What writes them is the sink of {@code io.sluice.kafka.sink}.
 */
@NullMarked
package io.sluice.kafka;

import org.jspecify.annotations.NullMarked;
