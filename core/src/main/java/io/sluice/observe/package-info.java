/**
 * What observers of a transport are told of its streams: for metrics, traces and audits.
 *
 * <p>Not here: consumers of an answer ({@code io.sluice.sink}), and observers of one request
 * ({@code StreamOptions}).
 */
@NullMarked
package io.sluice.observe;

import org.jspecify.annotations.NullMarked;
