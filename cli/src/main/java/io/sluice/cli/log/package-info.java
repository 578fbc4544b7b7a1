/**
 * {@code sluice log}: lists, searches, shows, exports and removes the runs that were kept.
 *
 * <p>Not here: keeping them, which is in {@code archive}.
 */
@NullMarked
package io.sluice.cli.log;

import org.jspecify.annotations.NullMarked;
