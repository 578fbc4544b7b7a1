/**
 * Requests from a topic, and their results: the queue {@code kafka}, in groups of consumers and in
 * share groups.
 *
 * <p>Not here: how requests are answered ({@code sluice-batch}), and runs that are written as they
 * go ({@code io.sluice.kafka.sink}).
 */
@NullMarked
package io.sluice.kafka.queue;

import org.jspecify.annotations.NullMarked;
