/**
 * The texts that servers make of tools and of the schema of an answer, before they count their
 * tokens. Each rendering is one class.
 *
 * <p>Not here: where those texts stand in a prompt ({@code io.sluice.tokens.prompt}).
 */
@NullMarked
package io.sluice.tokens.schema;

import org.jspecify.annotations.NullMarked;
