/**
 * The shape of the load: how many requests at once or how many a second, and when each is due.
 *
 * <p>Not here: what is asked ({@code io.sluice.bench.workload}) and who sends it ({@code
 * io.sluice.bench.run}).
 */
@NullMarked
package io.sluice.bench.load;

import org.jspecify.annotations.NullMarked;
