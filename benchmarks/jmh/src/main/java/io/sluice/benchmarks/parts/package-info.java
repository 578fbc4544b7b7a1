/**
 * What each part of a stream's way costs and allocates: events, chunks, their fold, hand-over,
 * sinks.
 *
 * <p>Not here: whole clients beside each other, which is what the peers are for.
 */
package io.sluice.benchmarks.parts;
