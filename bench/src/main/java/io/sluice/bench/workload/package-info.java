/**
 * What is asked: prompts from a file, made-up prompts of a given length, or a recorded trace.
 *
 * <p>Not here: when it is asked ({@code io.sluice.bench.load}).
 */
@NullMarked
package io.sluice.bench.workload;

import org.jspecify.annotations.NullMarked;
