/**
 * Where a text that still grows may be cut into pieces.
 *
 * <p>Not here: the stage that cuts ({@code io.sluice.stages}).
 */
@NullMarked
package io.sluice.stages.breaks;

import org.jspecify.annotations.NullMarked;
