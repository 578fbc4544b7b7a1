/**
 * What the measuring program itself was doing, and the rules that void a level.
 *
 * <p>Not here: the figures of the server ({@code io.sluice.bench.measure}).
 */
@NullMarked
package io.sluice.bench.audit;

import org.jspecify.annotations.NullMarked;
