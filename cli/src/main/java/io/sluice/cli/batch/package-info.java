/**
 * {@code sluice batch}: answers a file of prompts.
 *
 * <p>Not here: how rows are sent and kept, which is in {@code io.sluice.batch}.
 */
@NullMarked
package io.sluice.cli.batch;

import org.jspecify.annotations.NullMarked;
