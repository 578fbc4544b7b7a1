/**
 * Reads runs back from the records of Kafka, while they go on or later.
 *
 * <p>Not here: what is made of their lines ({@code io.sluice.replay}).
 */
@NullMarked
package io.sluice.kafka.follow;

import org.jspecify.annotations.NullMarked;
