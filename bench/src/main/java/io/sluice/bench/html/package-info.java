/**
 * The result of a benchmark as one page with plots, which needs no script and no network.
 *
 * <p>Not here: the result itself ({@code io.sluice.bench.report}).
 */
@NullMarked
package io.sluice.bench.html;

import org.jspecify.annotations.NullMarked;
