/**
 * The stages that Sluice brings, and their plugin.
 *
 * <p>Not here: what a stage is ({@code io.sluice.stage}), and how secrets are found in a text
 * ({@code io.sluice.stages.secret}).
 */
@NullMarked
package io.sluice.stages;

import org.jspecify.annotations.NullMarked;
