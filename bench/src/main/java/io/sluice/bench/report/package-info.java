/**
 * The result of a benchmark as JSON, CSV and text; comparing and merging results.
 *
 * <p>Not here: the page with plots ({@code io.sluice.bench.html}).
 */
@NullMarked
package io.sluice.bench.report;

import org.jspecify.annotations.NullMarked;
