/**
 * {@code sluice config}: shows the settings that hold and where each was said.
 *
 * <p>Not here: reading them, which is in {@code settings}.
 */
@NullMarked
package io.sluice.cli.config;

import org.jspecify.annotations.NullMarked;
