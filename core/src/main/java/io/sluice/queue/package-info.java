/**
 * Requests that come from a queue between machines, such as a topic of Kafka: the job, the queue
 * that hands jobs out and takes their results, and how a queue is made from options.
 *
 * <p>Not here: how jobs are answered ({@code sluice-batch}), and the queues themselves, each of
 * which is an artifact of its own.
 */
@NullMarked
package io.sluice.queue;

import org.jspecify.annotations.NullMarked;
