/**
 * Runs levels of load against a transport.
 *
 * <p>Not here: the shape of the load ({@code io.sluice.bench.load}) and how results are shown
 * ({@code io.sluice.bench.report}).
 */
@NullMarked
package io.sluice.bench.run;

import org.jspecify.annotations.NullMarked;
