/**
 * The models that servers list, and the shapes of such lists.
 *
 * <p>Not here: how a dialect asks for a list ({@code io.sluice.wire}), which depends on this
 * package.
 */
@NullMarked
package io.sluice.wire.models;

import org.jspecify.annotations.NullMarked;
